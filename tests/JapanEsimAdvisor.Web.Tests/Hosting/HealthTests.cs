using System.Net;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

public sealed class HealthTests(SiteFixture site)
{
    private const string Trip = "/api/v1/recommendations?people=2&days=5&home=US";

    [Fact]
    public async Task A_site_with_its_newest_data_is_ready_and_fresh()
    {
        var answer = (await site.GetAsync("/health/ready")).Ok();

        var catalog = answer.Json.GetProperty("checks").GetProperty("catalog");
        Assert.Equal("healthy", answer.Json.GetProperty("status").GetString());
        Assert.Equal("fresh", catalog.GetProperty("data").GetProperty("freshness").GetString());
        Assert.Equal(0, catalog.GetProperty("data").GetProperty("ageDays").GetInt32());
        Assert.Equal("healthy", answer.Json.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_living_site_says_so_without_looking_at_anything()
    {
        var answer = (await site.GetAsync("/health/live")).Ok();

        Assert.Equal("healthy", answer.Json.GetProperty("status").GetString());
        Assert.Empty(answer.Json.GetProperty("checks").EnumerateObject());
    }

    [Fact]
    public async Task Old_rates_make_it_stale_but_it_still_answers()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().Set("rates.json", "asOf", "\"2026-05-27\"").WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        var before = await GetAsync(client, "/health/ready");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        var after = await GetAsync(client, "/health/ready");

        Assert.Equal(("healthy", "fresh"), Read(before.Ok()));
        Assert.Equal(("degraded", "stale"), Read(after.Ok()));
        Assert.Equal("exchange rates are old", after.Json.GetProperty("checks").GetProperty("catalog").GetProperty("says").GetString());
        Assert.Equal(1, after.Json.GetProperty("checks").GetProperty("catalog").GetProperty("data").GetProperty("ageDays").GetInt32());
        (await GetAsync(client, Trip)).Ok();
    }

    [Fact]
    public async Task Refused_data_makes_it_stale_and_advice_rests_on_the_last_good()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog().Set("rates.json", "asOf", "\"2026-11-01\""));
        var version = folder.Current.Snapshot.Version;
        new SmallCatalog()
            .Set("rates.json", "asOf", "\"2030-11-01\"")
            .Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "0")
            .WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        var answer = await GetAsync(client, "/health/ready");
        var data = answer.Json.GetProperty("checks").GetProperty("catalog").GetProperty("data");

        Assert.Equal(("degraded", "stale"), Read(answer.Ok()));
        Assert.Equal((version, 2), (data.GetProperty("version").GetString(), data.GetProperty("refusedProblems").GetInt32()));
        Assert.Equal(version, (await GetAsync(client, Trip)).Ok().Json.GetProperty("catalog").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Without_its_database_the_site_still_advises()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().Set("rates.json", "asOf", "\"2026-11-01\"").WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        var before = await GetAsync(client, Trip);
        SqliteConnection.ClearAllPools();
        File.Delete(new SqliteConnectionStringBuilder(folder.Database).DataSource);
        var after = await GetAsync(client, Trip);
        var health = await GetAsync(client, "/health/ready");

        Assert.Equal(before.Ok().Text, after.Ok().Text);
        Assert.Equal(("degraded", "fresh"), Read(health.Ok()));
        Assert.Equal("degraded", health.Json.GetProperty("checks").GetProperty("database").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_any_catalog_in_service_it_is_not_ready()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder, services => services.AddTransient<CatalogStore>());
        using var client = own.CreateClient();
        var answer = await GetAsync(client, "/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("no catalog in service", answer.Json.GetProperty("checks").GetProperty("catalog").GetProperty("says").GetString());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/health/live")).Status);
    }

    [Fact]
    public async Task A_changed_price_stands_in_the_history_of_its_plan()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "8.5").WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        var plan = (await GetAsync(client, "/api/v1/plans/shop-5-gb")).Ok().Json;

        Assert.Equal("""[{"from":"2024-05-06","days":7,"amount":10,"currency":"USD"}]""", plan.GetProperty("priceHistory").GetRawText());
    }

    [Fact]
    public async Task The_tag_of_a_list_changes_with_the_day_in_Japan()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        var today = (await GetAsync(client, "/api/v1/plans")).Ok().Headers.ETag;
        folder.Clock.Advance(TimeSpan.FromHours(11.9));
        var tonight = (await GetAsync(client, "/api/v1/plans")).Ok().Headers.ETag;
        folder.Clock.Advance(TimeSpan.FromHours(0.2));
        var tomorrow = (await GetAsync(client, "/api/v1/plans")).Ok().Headers.ETag;

        Assert.Equal(today, tonight);
        Assert.NotEqual(today, tomorrow);
    }

    private static Task<Answer> GetAsync(HttpClient client, string address) =>
        client.AskAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)));

    private static (string? Status, string? Freshness) Read(Answer answer) =>
        (
            answer.Json.GetProperty("status").GetString(),
            answer.Json.GetProperty("checks").GetProperty("catalog").GetProperty("data").GetProperty("freshness").GetString());
}
