using JapanEsimAdvisor.Web.Tests.Agents;
using JapanEsimAdvisor.Web.Tests.Partners;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>In which language an answer is, and how caches are told.</summary>
public sealed class LanguageTests(SiteFixture site)
{
    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("EN", "en")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-Hant-TW", "zh-Hant")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-hans", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("ja-JP", "ja")]
    [InlineData("ko-KR", "ko")]
    public async Task A_language_tag_means_the_same_in_the_address_and_in_the_header(string tag, string language)
    {
        var (asked, preferred) = (
            (await site.GetAsync("/api/v1/exchange-rates?lang=" + tag)).Ok(),
            (await site.GetAsync("/api/v1/exchange-rates", ("Accept-Language", tag))).Ok());

        Assert.Equal([language], asked.ContentHeaders.ContentLanguage);
        Assert.Equal([language], preferred.ContentHeaders.ContentLanguage);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("xx-YY")]
    [InlineData("english")]
    [InlineData("en,ja")]
    public async Task A_language_the_site_does_not_speak_is_an_error_that_lists_those_it_speaks(string tag)
    {
        var answer = (await site.GetAsync("/api/v1/exchange-rates?lang=" + tag)).Wrong("lang: unknown-language");

        Assert.Contains("zh-Hant", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/plans?days=0")]
    [InlineData("/api/v1/plans/x")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/api/v1/trips/no-such-trip")]
    [InlineData("/api/v1/recommendations?people=2&days=5")]
    [InlineData("/api/v1/catalog.csv")]
    [InlineData("/nowhere")]
    [InlineData("/")]
    [InlineData("/t/some")]
    public async Task What_the_header_chose_varies_by_it(string address)
    {
        var answer = await site.GetAsync(address, ("Accept-Language", "ko, en;q=0.5"));

        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Equal(["ko"], answer.ContentHeaders.ContentLanguage);
    }

    [Theory]
    [InlineData("/ja", "ja")]
    [InlineData("/zh-hans/plans", "zh-Hans")]
    [InlineData("/ko/nowhere", "ko")]
    [InlineData("/zh-hant/result?people=0", "zh-Hant")]
    [InlineData("/ja/t/no-such-trip", "ja")]
    [InlineData("/ko/site.webmanifest", "ko")]
    [InlineData("/docs/api.md", "en")]
    public async Task A_page_says_the_language_of_its_address(string address, string language)
    {
        var answer = await site.GetAsync(address, ("Accept-Language", "en"));

        Assert.Equal([language], answer.ContentHeaders.ContentLanguage);
    }

    [Fact]
    public async Task A_refusal_before_any_route_says_its_language_too()
    {
        await using var own = new PartnerSite(("Quotas:PerAddress", "1"));
        using var client = own.CreateClient();
        Answer[] refused =
        [
            await own.CallAsync(PartnerSite.Profiles + "?lang=zh-TW", PartnerSite.Key("sk_guess")),
            await own.CallAsync(PartnerSite.Profiles, ("Accept-Language", "zh-TW")),
            await client.AskAsync(Agent.Message(Agent.Call("search_plans", "{}")), ("Accept-Language", "zh-TW")),
        ];

        Assert.All(refused, answer => Assert.Equal(["zh-Hant"], answer.ContentHeaders.ContentLanguage));
        Assert.All(refused.Skip(1), answer => Assert.Contains("Accept-Language", answer.Headers.Vary));
    }
}
