using System.Net;

namespace JapanEsimAdvisor.Web.Tests.Guides;

/// <summary>The guides as the site shows them.</summary>
public sealed class GuidePageTests(SiteFixture site)
{
    [Theory]
    [InlineData("/en", "Guides")]
    [InlineData("/zh-hans", "上网指南")]
    public async Task The_list_leads_to_every_guide_and_each_ends_with_a_way_to_the_advisor(string language, string title)
    {
        var list = (await site.GetAsync(language + "/guides")).Ok().Page;
        var addresses = list.QuerySelectorAll(".guides h2 a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(title, list.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            var page = (await site.GetAsync(address)).Ok().Page;
            Assert.Equal(list.QuerySelector($"a[href='{address}']")!.TextContent, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
            Assert.Equal(language, page.QuerySelector(".prose .next a.button")!.GetAttribute("href"));
        }
    }

    [Theory]
    [InlineData("/en/guides/home-number")]
    [InlineData("/zh-hans/guides/home-number")]
    public async Task Every_claim_leads_to_a_source_with_its_address_and_the_day_it_was_read(string address)
    {
        var page = (await site.GetAsync(address)).Ok().Page;

        var marks = page.QuerySelectorAll("a[href^='#source-']").ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(mark.TextContent, $"[{mark.GetAttribute("href")![8..]}]"));
        Assert.Equal(
            marks.Select(mark => mark.GetAttribute("href")![1..]).Distinct(),
            page.QuerySelectorAll("ol.sources li").Select(source => source.Id!));
        Assert.All(page.QuerySelectorAll("ol.sources li"), source =>
        {
            Assert.StartsWith("http", source.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.NotNull(source.QuerySelector("a")!.GetAttribute("lang"));
            Assert.Contains(
                address.StartsWith("/en", StringComparison.Ordinal) ? "Nov 2026" : "2026年11月",
                source.TextContent,
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_date_a_source_does_not_bear_is_said_to_be_unknown()
    {
        var page = (await site.GetAsync("/en/guides/home-number")).Ok().Page;
        var sources = page.QuerySelectorAll("ol.sources li").Select(source => source.TextContent).ToList();

        Assert.Contains(sources, source => source.Contains("As of: unknown. Read 25 Nov 2026.", StringComparison.Ordinal));
        Assert.Contains(sources, source => source.Contains("As of: 31 Oct 2025. Read 25 Nov 2026.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/en/guides/horoscopes")]
    [InlineData("/en/guides/horoscopes.md")]
    [InlineData("/fr/guides/home-number")]
    public async Task A_guide_that_is_not_there_is_a_page_that_says_so(string address)
    {
        var answer = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("main a.button"));
    }

    [Fact]
    public async Task Every_page_leads_to_the_guides()
    {
        var page = (await site.GetAsync("/zh-hans")).Ok().Page;

        Assert.Equal("上网指南", page.QuerySelector("footer a[href='/zh-hans/guides']")!.TextContent);
    }
}
