using System.Net;
using AngleSharp.Dom;
using JapanEsimAdvisor.Web.Tests.Languages;

namespace JapanEsimAdvisor.Web.Tests.Pages;

/// <summary>The catalog as a list.</summary>
public sealed class PlansPageTests(SiteFixture site)
{
    [Theory]
    [InlineData("days=10&currency=USD&sort=price-per-gb&minGb=10&show=all")]
    [InlineData("medium=pocket-wifi&show=all&sort=price")]
    [InlineData("q=airalo+moshi&sort=price-per-day&show=all")]
    [InlineData("allowance=unlimited&tethering=allowed&sort=price&show=all&days=14")]
    [InlineData("japaneseNumber=true&sort=allowance&show=all")]
    public async Task The_page_lists_what_the_API_lists_in_the_same_order(string query)
    {
        var page = (await site.GetAsync("/en/plans?" + query)).Ok().Page;
        var api = (await site.GetAsync("/api/v1/plans?pageSize=20&" + query.Replace("&show=all", "", StringComparison.Ordinal))).Ok().Json;

        var shown = Links(page).Select(link => link.PathName.Split('/')[^1]).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(api.GetProperty("items").EnumerateArray().Select(plan => plan.GetProperty("id").GetString()), shown);
        Assert.StartsWith(
            api.GetProperty("total").GetInt32().ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + " plan",
            page.QuerySelector("#found")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_price_stands_with_its_source_and_date()
    {
        var page = (await site.GetAsync("/en/plans")).Ok().Page;

        var plans = page.QuerySelectorAll(".plans > li").ToList();
        Assert.Equal(20, plans.Count);
        Assert.All(plans, plan => Assert.Matches(@"price seen .*20\d\d", plan.QuerySelector(".source")!.TextContent));
        Assert.All(plans, plan => Assert.Matches(@"¥[\d,]+", plan.QuerySelector(".price")!.TextContent));
    }

    [Fact]
    public async Task Unless_all_is_asked_for_only_what_a_visitor_can_buy_is_listed()
    {
        var some = (await site.GetAsync("/en/plans?q=airalo")).Ok().Page;
        var all = (await site.GetAsync("/en/plans?q=airalo&show=all")).Ok().Page;
        var roaming = (await site.GetAsync("/en/plans?medium=roaming")).Ok().Page;

        Assert.True(Count(some) < Count(all));
        Assert.Empty(some.QuerySelectorAll(".plans .only"));
        Assert.NotEmpty(roaming.QuerySelectorAll(".plans .only"));
    }

    [Fact]
    public async Task Pages_lead_on_and_back_and_keep_what_was_asked()
    {
        var first = (await site.GetAsync("/en/plans?days=5&currency=EUR&sort=allowance")).Ok().Page;
        var next = first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!;
        var second = (await site.GetAsync(next)).Ok().Page;

        Assert.Equal("/en/plans?sort=allowance&days=5&currency=EUR&page=2", next);
        Assert.Equal("21", second.QuerySelector(".plans")!.GetAttribute("start"));
        Assert.Empty(Links(first).Select(link => link.PathName).Intersect(Links(second).Select(link => link.PathName)));
        Assert.Equal("/en/plans?sort=allowance&days=5&currency=EUR", second.QuerySelector(".pager [rel=prev]")!.GetAttribute("href"));
        Assert.Contains("€", second.QuerySelector(".plans .price")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_beyond_the_last_shows_the_last()
    {
        var page = (await site.GetAsync("/en/plans?medium=pocket-wifi&page=99")).Ok().Page;

        Assert.NotEmpty(Links(page));
    }

    [Fact]
    public async Task Wrong_values_are_named_at_their_fields_and_what_was_typed_stays()
    {
        var answer = await site.GetAsync("/en/plans?days=0&minGb=lots&currency=XYZ&medium=pigeon&q=airalo");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            ["#medium", "#minGb", "#days", "#currency"],
            answer.Page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.All((string[])["medium", "minGb", "days", "currency"], field =>
        {
            var input = answer.Page.GetElementById(field)!;
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.NotEmpty(answer.Page.GetElementById(input.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent);
        });
        Assert.Equal(("airalo", "lots", "0"), (Value("q"), Value("minGb"), Value("days")));
        Assert.True(answer.Page.QuerySelector("form details")!.HasAttribute("open"));

        string? Value(string id) => answer.Page.GetElementById(id)!.GetAttribute("value");
    }

    [Theory]
    [InlineData(SampleTrips.CoupleOnAPage + "&preferences.currency=USD")]
    [InlineData("?people=2&arrival=2027-04-02&days=10&currency=USD")]
    public async Task A_trip_gives_its_days_and_currency_and_leads_back(string trip)
    {
        var page = (await site.GetAsync("/en/plans" + trip)).Ok().Page;
        var plain = (await site.GetAsync("/en/plans?days=10&currency=USD")).Ok().Page;

        Assert.Contains("2 Apr 2027 to 11 Apr 2027, 10 days", page.QuerySelector(".from-trip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            plain.QuerySelectorAll(".plans .price").Select(price => price.TextContent),
            page.QuerySelectorAll(".plans .price").Select(price => price.TextContent));
        Assert.Null(page.GetElementById("days"));
        (await site.GetAsync(page.QuerySelector(".from-trip a[href^='/en/result']")!.GetAttribute("href")!)).Ok();
        var next = (await site.GetAsync(page.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!)).Ok().Page;
        Assert.Contains("10 days", next.QuerySelector(".from-trip")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?people=2&arrival=2027-04-11&departure=2027-04-02")]
    [InlineData("?people=2&days=99999999")]
    [InlineData("?people=2&trip.arrival=9999-12-31&trip.days=90")]
    [InlineData("?trip.arrival=0001-01-01&trip.departure=0001-01-02&trip.arrivalTime=00:10")]
    [InlineData("?travelers[0]=x&people=x&trip=5")]
    public async Task A_trip_nobody_can_read_is_said_and_stops_nobody(string trip)
    {
        var page = (await site.GetAsync("/en/plans" + trip)).Ok().Page;

        Assert.Contains("could not read", page.QuerySelector(".from-trip")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Links(page));
    }

    [Fact]
    public async Task The_result_leads_to_the_plan_and_the_catalog_and_keeps_the_trip()
    {
        var result = (await site.GetAsync("/en/result" + SampleTrips.CoupleOnAPage)).Ok().Page;

        var plan = (await site.GetAsync(result.QuerySelector(".buy a.plan")!.GetAttribute("href")!)).Ok().Page;
        Assert.Contains("10 days", plan.QuerySelector(".from-trip")!.TextContent, StringComparison.Ordinal);
        var list = (await site.GetAsync(result.QuerySelector("#why-not a.choose[href^='/en/plans']")!.GetAttribute("href")!)).Ok().Page;
        Assert.Contains("10 days", list.QuerySelector(".from-trip")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plans")]
    [InlineData("/plans/airalo-moshi-moshi-5-gb-7-days")]
    [InlineData("/devices")]
    [InlineData("/devices/apple-iphone-15")]
    [InlineData("/about")]
    [InlineData("")]
    public async Task A_page_names_its_one_address_and_its_twins(string path)
    {
        var english = (await site.GetAsync("/en" + path + "?utm_source=x")).Ok().Page;
        var chinese = (await site.GetAsync("/zh-hans" + path)).Ok().Page;

        Assert.Equal("http://localhost/en" + path, english.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [
                .. Source.Languages.Select(tag => (tag, $"http://localhost/{tag.ToLowerInvariant()}{path}")),
                ("x-default", "http://localhost/en" + path),
            ],
            english.QuerySelectorAll("link[rel=alternate]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)));
        Assert.NotEqual(english.Title, chinese.Title);
        Assert.All(
            new[] { english, chinese },
            page => Assert.InRange(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!.Length, 20, 320));
    }

    private static int Count(IParentNode page) =>
        int.Parse(page.QuerySelector("#found")!.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<AngleSharp.Html.Dom.IHtmlAnchorElement> Links(IParentNode page) =>
        page.QuerySelectorAll(".plans h3 a").OfType<AngleSharp.Html.Dom.IHtmlAnchorElement>();
}
