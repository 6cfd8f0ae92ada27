using System.Net;
using JapanEsimAdvisor.Web.Tests.Catalog;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>The page that says during the trip how the data will last: alone, and from a saved trip.</summary>
public sealed class CheckPageTests(SiteFixture site) : IDisposable
{
    private const string Trip = "&trip.arrival=2026-11-19&trip.departure=2026-11-28";

    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_empty_page_asks_and_complains_of_nothing()
    {
        var page = (await _client.OpenAsync("/en/check")).Ok().Page;

        Assert.Empty(page.QuerySelectorAll(".error, .errors, [aria-invalid]"));
        Assert.Empty(page.QuerySelectorAll("meta[name=robots]"));
        Assert.NotEmpty(page.QuerySelectorAll("form.check [name='lines[0].gbUsed']"));
    }

    [Theory]
    [InlineData("airalo-moshi-moshi-5-gb-7-days")]
    [InlineData("Airalo Moshi Moshi 5 GB / 7 days")]
    [InlineData("moshi moshi 5 gb / 7 days")]
    public async Task A_plan_is_checked_by_id_or_name_as_the_API_checks_it(string plan)
    {
        var page =
            (await _client.OpenAsync(
                $"/en/check?lines[0].planId={Uri.EscapeDataString(plan)}&lines[0].quantity=2&people=2&lines[0].gbUsed=4.2&"
                    + $"everyone.usage.profile=typical{Trip}"))
                .Ok().Page;
        var api =
            (await site.CheckUsageAsync(
                """{ "trip": { "arrival": "2026-11-19", "departure": "2026-11-28" }, "people": 2,"""
                    + """ "everyone": { "usage": { "profile": "typical" } }, "lines": [ { "planId": "airalo-moshi-moshi-5-gb-7-days","""
                        + """ "quantity": 2, "gbUsed": 4.2, "clients": [ { "traveler": "t1" } ] } ] }""")).Ok().Json.GetProperty(
                "checks")[
                0];

        Assert.Equal(api.GetProperty("text").GetString(), page.QuerySelector(".answers h2")!.TextContent);
        Assert.Equal(
            api.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("text").GetString()),
            page.QuerySelectorAll(".answers li").Select(reason => reason.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll($".status-{api.GetProperty("status").GetString()}"));
        Assert.Equal("4.2", page.QuerySelector("[name='lines[0].gbUsed']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("&lines[0].gbUsed=0.1", "fine")]
    [InlineData("&lines[0].gbUsed=5", "top-up")]
    public async Task The_less_was_used_the_calmer_the_answer(string used, string status)
    {
        var page = (await _client.OpenAsync(
            $"/en/check?lines[0].planId=airalo-moshi-moshi-10-gb-30-days&people=1{used}&asOf=2026-11-27{Trip}")).Ok().Page;
        var early = (await _client.OpenAsync(
            $"/en/check?lines[0].planId=airalo-moshi-moshi-5-gb-30-days&people=1&lines[0].gbUsed=5&asOf=2026-11-21{Trip}")).Page;

        Assert.NotEmpty((status == "fine" ? page : early).QuerySelectorAll(".status-" + status));
        Assert.Equal(status == "fine" ? 0 : 1, (status == "fine" ? page : early).QuerySelectorAll(".cure").Length);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        var answer = await _client.OpenAsync(
            $"/en/check?lines[0].planId=Moshi+Moshi+5&people=1&lines[0].gbUsed=much&asOf=2026-12-24{Trip}");
        var used = await _client.OpenAsync($"/en/check?lines[0].planId=Moshi+Moshi+5&people=1&lines[0].gbUsed=-1&asOf=2026-12-24{Trip}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            ["lines-0-planId-error", "lines-0-gbUsed-error", "asOf-error"],
            answer.Page.QuerySelectorAll(".field .error").Select(error => error.Id));
        Assert.Equal("much", answer.Page.QuerySelector("#lines-0-gbUsed")!.GetAttribute("value"));
        Assert.Equal(
            ["lines-0-planId-error", "lines-0-gbUsed-error", "asOf-error"],
            used.Page.QuerySelectorAll(".field .error").Select(error => error.Id));
        Assert.All(
            used.Page.QuerySelectorAll("[aria-invalid=true]"),
            field => Assert.Equal(field.Id + "-error", field.GetAttribute("aria-describedby")!.Split(' ')[0]));
        Assert.Equal(
            ["#lines-0-planId", "#lines-0-gbUsed", "#asOf"],
            used.Page
                .QuerySelectorAll(".errors a")
                .Select(link => link.GetAttribute("href"))
                .OrderBy(link => link is "#asOf" ? 2 : link is "#lines-0-gbUsed" ? 1 : 0));
        Assert.Contains("Moshi Moshi 5 GB", used.Page.QuerySelector("form.check .hint")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_trip_fills_in_what_was_bought_and_each_line_is_checked_by_itself()
    {
        var request =
            """{ "trip": { "arrival": "2026-11-19", "departure": "2026-11-28" }, "travelers": [ { "id": "mei", "name": "Mei" },"""
                + """ { "id": "tom", "name": "Tom" } ] }""";
        var (id, _) = (await _client.SaveAsync(TripCalls.Body(request, """
            , "purchases": [ { "planId": "airalo-moshi-moshi-10-gb-30-days", "buyer": "mei", "days": 30,
            "clients": [ { "traveler": "tom" } ] }, { "planId": "airalo-moshi-moshi-5-gb-7-days", "quantity": 2, "days": 14,
            "buyer": "tom" } ]
            """))).Saved();
        var empty = (await _client.OpenAsync($"/en/check?saved={id}")).Ok().Page;
        var both = (await _client.OpenAsync($"/en/check?saved={id}&lines[0].gbUsed=6.5&lines[1].gbUsed=1&asOf=2026-11-23")).Ok().Page;
        var second = (await _client.OpenAsync($"/en/check?saved={id}&lines[0].gbUsed=&lines[1].gbUsed=1")).Ok().Page;
        var none = await _client.OpenAsync($"/en/check?saved={id}&lines[0].gbUsed=&lines[1].gbUsed=");

        Assert.Equal(
            ["lines[0].gbUsed", "lines[1].gbUsed"],
            empty.QuerySelectorAll("form.check input[inputmode=decimal]").Select(field => field.GetAttribute("name")));
        Assert.Equal("2026-11-23", empty.QuerySelector("#asOf")!.GetAttribute("value"));
        Assert.Equal(2, both.QuerySelectorAll(".answers section").Length);
        Assert.StartsWith("Mei", both.QuerySelector(".answers .eyebrow")!.TextContent, StringComparison.Ordinal);
        Assert.Single(second.QuerySelectorAll(".answers section"));
        Assert.Equal((HttpStatusCode.BadRequest, "lines-0-gbUsed-error"), (none.Status, none.Page.QuerySelector(".field .error")!.Id));
        Assert.NotEmpty(both.QuerySelectorAll($"a[href='/en/t/{id}']"));
    }

    [Fact]
    public async Task A_saved_trip_nobody_has_ticked_offers_what_it_advises()
    {
        var (id, _) = (await _client.SaveAsync(
            TripCalls.Body("""{ "trip": { "arrival": "2026-11-19", "departure": "2026-11-28" }, "people": 3 }"""))).Saved();
        var page = (await _client.OpenAsync($"/zh-hans/check?saved={id}&lines[0].gbUsed=1")).Ok().Page;

        Assert.Single(page.QuerySelectorAll(".answers section"));
    }

    [Fact]
    public async Task A_plan_that_is_gone_from_the_catalog_is_named_and_not_asked_for()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        string id;
        await using (var before = new CatalogSite(folder))
        {
            using var client = before.CreateClient();
            (id, _) =
                (await client.SaveAsync(
                    """{ "request": { "trip": { "arrival": "2026-11-20", "departure": "2026-11-26", "homeCountry": "US" },"""
                        + """ "people": 1 }, "purchases": [ { "planId": "shop-5-gb" }, { "planId": "shop-daily" } ] }"""))
                    .Saved();
        }

        new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].id", "\"shop-6-gb\"").WriteTo(folder.Data);
        await using var after = new CatalogSite(folder);
        using var later = after.CreateClient();
        var page = (await later.OpenAsync($"/en/check?saved={id}&lines[0].gbUsed=1&lines[1].gbUsed=1")).Ok().Page;

        Assert.Equal(
            ["lines[1].gbUsed"],
            page.QuerySelectorAll("form.check input[inputmode=decimal]").Select(field => field.GetAttribute("name")));
        Assert.Single(page.QuerySelectorAll(".answers section"));
    }

    [Fact]
    public async Task A_saved_trip_that_is_gone_leaves_the_page_usable()
    {
        var page = (await _client.OpenAsync("/en/check?saved=nothing")).Ok().Page;

        Assert.NotEmpty(page.QuerySelectorAll(".banner"));
        Assert.NotEmpty(page.QuerySelectorAll("[name='lines[0].planId']"));
    }
}
