using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>What people read comes from the resources of their language or from the data, never from the program.</summary>
public sealed partial class PageTextTests(SiteFixture site)
{
    private const string Trip =
        "?travelers[0].count=2&travelers[0].phone=iPhone+15&travelers[1].count=1&travelers[1].phone=Pixel+8&trip.arrival=2027-04-02&"
            + "trip.departure=2027-04-11&trip.arrivalTime=21:40&everyone.usage.profile=heavy&everyone.apart=sometimes&"
                + "trip.homeCountry=US&everyone.homeOperator=verizon";

    /// <summary>Names that readers in Asia know in Latin letters.</summary>
    private static readonly string[] Known =
    [
        "OpenAPI", "eSIM", "SIM", "SMS", "SNS", "Wi-Fi", "WiFi", "GB", "MB", "kbit/s", "kbps", "API", "URL", "iPhone", "docomo", "au",
        "SoftBank", "EID", "QR Code", "QR", "CN", "HK", "NT", "iPad", "Airalo", "00000JAPAN", "HTML", "Cookie", "RFC", "pk_", "CC BY-SA",
        "AMPM-AIOPS",
    ];

    private static readonly string[] Pages =
    [
        "",
        "/result" + Trip,
        "/result" + SampleTrips.CoupleOnAPage + "&preferences.currency=CNY",
        "/result?people=2&arrival=2026-10-01&days=5",
        "/result" + Trip + "&preferences.basket=gone&whyNot=123",
        "/result"
            + SampleTrips.CoupleOnAPage
            + "&whyNot=airalo-moshi-moshi-5-gb-7-days,nomad-japan-10-gb-30-days,ahamo-docomo-30-gb-esim&travelers[0].group=A",
        "/result?travelers[0].phone=&trip.arrival=13", "/nowhere",
        "/travelers",
        "/travelers?travelers[0].count=2&travelers[1].phone=Pixel+8&travelers[1].usage.activities.maps=1&"
            + "travelers[1].homeOperator=google-fi",
        "/result?travelers[0].esim=1&travelers[1].name=1&travelers[1].hoursApartPerDay=25&travelers[1].usage.gbPerDay=-1&"
            + "trip.arrivalTime=9&trip.areas=3&trip.days=5",
        "/usage",
        "/usage" + Trip + "&for=1&travelers[1].usage.activities.video=2&travelers[1].usage.activities.maps=0.5",
        "/usage?everyone.usage.activities.video=25&everyone.usage.activities.web=.",
        "/plans",
        "/plans?show=all&sort=allowance&page=4&currency=CNY",
        "/plans?q=nothing+is+called+so",
        "/plans" + Trip + "&medium=pocket-wifi",
        "/plans?days=0&minGb=a",
        "/plans/airalo-moshi-moshi-5-gb-7-days" + Trip, "/plans/ninja-wifi-pocket-wifi", "/plans/no-such-plan",
        "/devices", "/devices?q=iphone+15", "/devices?q=abacus&market=CN", "/devices/apple-iphone-15?market=CN", "/devices/no-such-device",
        "/about",
        "/partners",
        "/partners?people=2&days=7&lang=ja&currency=CNY&key=pk_0123456789_abcdefghijkl",
        "/partners?people=0&days=x&lang=1&currency=1&key=sk_1",
        "/offline",
        "/check",
        "/t",
        "/t/none",
        "/check?saved=none&lines[0].planId=123",
        "/check?trip.arrival=2026-11-20&trip.departure=2026-11-29&people=2&lines[0].planId=airalo-moshi-moshi-5-gb-7-days&"
            + "lines[0].gbUsed=4.5",
    ];

    public static TheoryData<string> Addresses => [.. Pages];

    public static TheoryData<string, string> PagesInAsia => new MatrixTheoryData<string, string>(Source.Languages[1..], Pages);

    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    [Theory]
    [MemberData(nameof(PagesInAsia))]
    public async Task A_page_in_another_script_has_no_English_left_over(string language, string address)
    {
        var page = (await site.GetAsync($"/{language.ToLowerInvariant()}{address}")).Page;

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(PageText.WithoutNames(Catalog, PageText.Visible(page), Known).Where(text => LatinPattern().IsMatch(text)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_English_page_has_no_other_script_left_over(string address)
    {
        var page = (await site.GetAsync("/en" + address)).Page;

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(PageText.WithoutNames(Catalog, PageText.Visible(page), []).Where(text => AsianPattern().IsMatch(text)).Distinct());
    }

    [Theory]
    [InlineData("en", "5 Dec 2026", "Dec 2026", "2026", "¥1,234", "12%")]
    [InlineData("zh-Hans", "2026年12月5日", "2026年12月", "2026年", "1,234 日元", "12%")]
    [InlineData("zh-Hant", "2026年12月5日", "2026年12月", "2026年", "1,234 日圓", "12%")]
    [InlineData("ja", "2026年12月5日", "2026年12月", "2026年", "1,234円", "12%")]
    [InlineData("ko", "2026년 12월 5일", "2026년 12월", "2026년", "1,234엔", "12%")]
    public void Dates_money_and_shares_read_as_each_language_writes_them(
        string tag, string day, string month, string year, string yen, string share)
    {
        var words = new Web.Languages.Words(new Language(tag), rates: Catalog.Rates);

        Assert.Equal((day, month, year), (words.PartialDate("2026-12-05"), words.PartialDate("2026-12"), words.PartialDate("2026")));
        Assert.Equal((yen, share), (words.Money(new Money(1234, "JPY")), words.Percent(0.12)));
    }

    [Theory]
    [InlineData("ana", "Ana")]
    [InlineData("eSIM each", "eSIM each")]
    [InlineData("a", "A")]
    [InlineData("", "")]
    public void A_sentence_starts_with_a_capital_unless_its_first_word_has_one_of_its_own(string text, string sentence) =>
        Assert.Equal(sentence, Web.Languages.Words.Sentence(text));

    [Fact]
    public async Task The_words_of_a_page_change_with_the_language_and_its_build_does_not()
    {
        var english = (await site.GetAsync("/en/result" + Trip)).Ok().Page;
        var chinese = (await site.GetAsync("/zh-hans/result" + Trip)).Ok().Page;

        Assert.Equal(
            english.QuerySelectorAll("main *").Select(element => element.LocalName),
            chinese.QuerySelectorAll("main *").Select(element => element.LocalName));
        Assert.Equal(
            english.QuerySelectorAll(".sign dd").Take(3).Select(figure => NumberPattern().Match(figure.TextContent).Value),
            chinese.QuerySelectorAll(".sign dd").Take(3).Select(figure => NumberPattern().Match(figure.TextContent).Value));
    }

    [Theory]
    [InlineData("en", "1 person", "12 people")]
    [InlineData("zh-Hans", "1 人", "12 人")]
    [InlineData("zh-Hant", "1 人", "12 人")]
    [InlineData("ja", "1人", "12人")]
    [InlineData("ko", "1명", "12명")]
    public void No_text_holds_a_place_that_nobody_fills_in_it(string tag, string one, string twelve)
    {
        var resources = new ResourceManager("JapanEsimAdvisor.Web.Languages.SiteText", typeof(Web.Languages.Words).Assembly);
        var words = new Web.Languages.Words(new Language(tag), rates: Catalog.Rates);

        Assert.Equal(Source.Texts(tag)["site.skip"], resources.GetString("site.skip", CultureInfo.GetCultureInfo(tag)));
        Assert.Equal(one, words.Say("trip.people", ("people", 1)));
        Assert.Equal(twelve, words.Say("trip.people", ("people", 12)));
        Assert.DoesNotContain("{", words.Chance(0.03), StringComparison.Ordinal);
        Assert.DoesNotContain("{", words.Chance(0.7), StringComparison.Ordinal);
        Assert.Throws<MissingManifestResourceException>(() => words["no.such.key"]);
    }

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinPattern();

    [GeneratedRegex(@"[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3]")]
    private static partial Regex AsianPattern();

    [GeneratedRegex("[0-9][0-9,.]*")]
    private static partial Regex NumberPattern();
}
