namespace JapanEsimAdvisor.Web.Carry;

/// <summary>What everybody should know for an emergency in Japan: facts of <c>data/facts</c> in our words, each with where it stands.</summary>
/// <param name="Key">Key of the words.</param>
public sealed record EmergencyFact(string Key, params IReadOnlyList<EmergencySource> Sources)
{
    public static readonly IReadOnlyList<EmergencyFact> All =
    [
        new(
            "emergency.fact.numbers",
            new EmergencySource("emergency-numbers", "https://90days-kyoto.com/life/emergency-and-disaster/"),
            new EmergencySource("emergency-interpreters", "https://www.city.tsuruoka.lg.jp/anzen/shobo/119/119tagengo.html", "2022-11-21")),
        new(
            "emergency.fact.calls",
            new EmergencySource("emergency-no-sim", "https://news.mynavi.jp/article/20131207-iphone_why136/", "2013-12-07"),
            new EmergencySource("emergency-roaming", "https://ryuzoji.com/archives/311", "2018-06-20"),
            new EmergencySource("emergency-data-only-fails", "https://www.itmedia.co.jp/mobile/articles/2205/19/news075_2.html", "2022-05-19"),
            new EmergencySource("emergency-data-only-works", "https://jp.japan-cycling-info.com/article/00002-2")),
        new("emergency.fact.public-phone", new EmergencySource("emergency-public-phone", "https://www.sir.or.jp/en/fls/useful/detail/id=123", "2016-01-22")),
        new(
            "emergency.fact.disaster-wifi",
            new EmergencySource("five-zero-open", "http://oyakobousai.wp.xdomain.jp/2019/10/04/wifi/", "2019-10-04"),
            new EmergencySource("five-zero-delay", "https://dentaka.com/2017/06/17/%e8%a6%9a%e3%81%88%e3%81%a6%e3%81%8a%e3%81%93%e3%81%86-00000japan%ef%bc%88%e3%83%95%e3%82%a1%e3%82%a4%e3%83%96%e3%82%bc%e3%83%ad%e3%82%b8%e3%83%a3%e3%83%91%e3%83%b3%ef%bc%89", "2017-06-17"),
            new EmergencySource("five-zero-unencrypted", "https://protect-u.net/archives/1414")),
    ];
}

/// <param name="Fact">Id of the fact.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Checked">When it was seen there; null where the source has no date.</param>
public sealed record EmergencySource(string Fact, string Url, string? Checked = null);
