using System.Globalization;
using System.Net;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>One plan's page.</summary>
public sealed class PlanPageTests(SiteFixture site)
{
    private const string Moshi = "/en/plans/airalo-moshi-moshi-5-gb-7-days";

    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    public static TheoryData<string> EveryPage => FullRun.Of<TheoryData<string>>(["en"], ["en", "zh-hans"]);

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task Every_plan_of_the_catalog_has_a_page_that_names_its_source(string language)
    {
        foreach (var plan in Catalog.Plans)
        {
            var page = (await site.GetAsync($"/{language}/plans/{plan.Id}")).Ok().Page;
            Assert.Equal(plan.Name, page.QuerySelector("h1")!.TextContent);
            Assert.Contains(
                page.QuerySelectorAll("section[aria-labelledby=source] a").Select(link => link.GetAttribute("href")).Append(null),
                url => url == (plan.Source.Url ?? plan.Source.CollectedFrom));
            Assert.DoesNotContain("{", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 1)]
    public async Task A_price_is_told_again_only_in_another_currency(string currency, int columns)
    {
        var page = (await site.GetAsync($"{Moshi}?people=2&days=10&currency={currency}")).Ok().Page;

        Assert.All(
            page.QuerySelectorAll("[aria-labelledby=prices] table:first-of-type tbody tr"),
            row => Assert.Equal(columns, row.QuerySelectorAll("td").Length));
        Assert.Equal(columns, page.QuerySelectorAll("[aria-labelledby=prices] table:first-of-type thead th.number").Length);
    }

    [Fact]
    public async Task Only_what_has_to_be_handed_over_says_how()
    {
        var router = Catalog.Plans.First(plan => plan.Medium == Medium.PocketWifi);

        Assert.Contains(
            "How you get it", (await site.GetAsync("/en/plans/" + router.Id)).Ok().Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("How you get it", (await site.GetAsync(Moshi)).Ok().Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_is_said()
    {
        var page = (await site.GetAsync(Moshi)).Ok().Page;

        var answers = page
            .QuerySelectorAll(".facts-list div")
            .ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent);
        Assert.Equal("Not known", answers["Its days start"]);
        Assert.StartsWith("Allowed", answers["Hotspot"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_for_one_purchase_is_not_taken_for_a_price_for_one_day()
    {
        var page = (await site.GetAsync("/en/plans/ninja-wifi-pocket-wifi?days=7")).Ok().Page;

        Assert.Equal("for 7 days", page.QuerySelector(".sign dt")!.TextContent);
    }

    [Fact]
    public async Task Structured_data_names_the_listed_price_and_nothing_that_is_not_known()
    {
        var plan = Catalog.Plans.Single(plan => plan.Id == "airalo-moshi-moshi-5-gb-7-days");
        var page = (await site.GetAsync(Moshi + "?currency=EUR")).Ok().Page;

        var offer = Assert.Single(page.QuerySelectorAll("[itemtype='https://schema.org/Product'] [itemprop=offers]"));
        Assert.Equal(
            plan.Prices[0].Low,
            decimal.Parse(offer.QuerySelector("[itemprop=price]")!.GetAttribute("content")!, CultureInfo.InvariantCulture));
        Assert.Equal(plan.Prices[0].Currency, offer.QuerySelector("[itemprop=priceCurrency]")!.GetAttribute("content"));
        Assert.Equal(plan.Name, page.QuerySelector("h1[itemprop=name]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("[itemprop*=ating], [itemprop=review], [itemprop=availability]"));
    }

    [Fact]
    public async Task What_is_not_advised_is_no_offer()
    {
        var plan = Catalog.Plans.First(plan => !plan.Offered && !plan.Prices.IsEmpty);

        var page = (await site.GetAsync("/en/plans/" + plan.Id)).Ok().Page;

        Assert.Empty(page.QuerySelectorAll("[itemprop=offers]"));
        Assert.Contains("We do not advise it", page.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_trip_one_may_ask_why_the_plan_is_not_the_advice()
    {
        var page = (await site.GetAsync(Moshi + SampleTrips.CoupleOnAPage)).Ok().Page;

        var link = page.QuerySelector(".act a.button")!.GetAttribute("href")!;
        var result = (await site.GetAsync(link)).Ok().Page;
        Assert.Contains(
            result.QuerySelectorAll("#why-not h3"),
            heading => heading.TextContent.Contains("Moshi Moshi 5 GB / 7 days", StringComparison.Ordinal));
        Assert.Equal("2", result.GetElementById("travelers-0-count")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_price_that_an_import_replaced_stands_as_history()
    {
        using var folder = new CatalogFolder();
        var data = new SmallCatalog();
        Assert.Empty(await folder.ImportAsync(data));
        data.Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "12").WriteTo(folder.Data);
        await using var after = new CatalogSite(folder);
        using var client = after.CreateClient();

        var page =
            (await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri("/en/plans/shop-5-gb", UriKind.Relative)))).Ok().Page;

        var rows = page.QuerySelectorAll("section[aria-labelledby=history] tr").Select(row => row.TextContent).ToList();
        Assert.Contains("$10.00", Assert.Single(rows), StringComparison.Ordinal);
        Assert.Contains("$12.00", page.QuerySelector("section[aria-labelledby=prices]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("airalo-moshi-moshi-5-gb-8-days", "airalo-moshi-moshi-5-gb-7-days")]
    [InlineData("AIRALO-MOSHI-MOSHI-5-GB-7-DAYS", "airalo-moshi-moshi-5-gb-7-days")]
    [InlineData("ninja", "ninja-wifi-pocket-wifi")]
    public async Task An_unknown_id_is_answered_with_what_was_asked_and_what_comes_closest(string asked, string closest)
    {
        var answer = await site.GetAsync("/en/plans/" + asked + "?people=2&days=10");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(asked, answer.Page.QuerySelector("main code")!.TextContent);
        Assert.Contains(
            answer.Page.QuerySelectorAll(".links a"),
            link => link.GetAttribute("href") == $"/en/plans/{closest}?people=2&days=10");
        Assert.NotNull(answer.Page.QuerySelector("form[action='/en/plans'] #q"));
        Assert.Equal("noindex", answer.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_nonsense_id_is_still_a_page_with_a_way_on()
    {
        var answer = await site.GetAsync("/zh-hans/plans/" + Uri.EscapeDataString("<script>🦊"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Empty(answer.Page.QuerySelectorAll(".links, script:not([src])"));
        Assert.NotNull(answer.Page.QuerySelector("main a[href='/zh-hans/plans']"));
    }

    [Fact]
    public async Task Wrong_days_are_named_and_the_usual_ones_shown()
    {
        var answer = await site.GetAsync(Moshi + "?days=400");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Days", answer.Page.QuerySelector(".errors li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("for 7 days", answer.Page.QuerySelector(".sign dt")!.TextContent);
    }
}
