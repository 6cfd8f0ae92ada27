using System.Net;
using System.Text.Json;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Tests.SavedTrips;

/// <summary>What time, a new catalog and a crowd do to saved trips.</summary>
public sealed class TripLifeTests
{
    private const string Trip =
        """{ "request": { "trip": { "arrival": "2026-12-01", "departure": "2026-12-05", "homeCountry": "US" },"""
            + """ "travelers": [ { "name": "Secretname", "phone": "test-one" } ] } }""";

    private const string Result = "/en/result?people=1&trip.arrival=2026-12-01&trip.departure=2026-12-05&trip.homeCountry=US";

    private static readonly string UnknownBasket = Trip[..^1] + """, "basketId": "no-such-basket" }""";

    [Fact]
    public async Task A_trip_ends_sixty_days_after_departure_is_emptied_and_in_the_end_forgotten()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(
            folder, services => services.Remove(services.Single(service => service.ImplementationType == typeof(ExpiredTrips))));
        using var client = own.CreateClient();
        var (id, token) = (await client.SaveAsync(Trip)).Saved();
        folder.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 3, 14, 59, 59, TimeSpan.Zero));
        (await client.ReadAsync(id)).Ok();
        Assert.Equal(0, await CleanAsync(own));
        folder.Clock.Advance(TimeSpan.FromSeconds(1));

        (await client.ReadAsync(id)).Problem(HttpStatusCode.Gone, "trip-expired");
        (await client.DeleteAsync(id, token)).Problem(HttpStatusCode.Gone, "trip-expired");
        Assert.Equal(1, await CleanAsync(own));
        (await client.ReadAsync(id)).Problem(HttpStatusCode.Gone, "trip-expired");
        folder.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, await CleanAsync(own));
        (await client.ReadAsync(id)).Problem(HttpStatusCode.NotFound, "trip-not-found");
    }

    [Fact]
    public async Task What_is_emptied_leaves_no_trace_in_the_file()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using (var own = new CatalogSite(folder))
        {
            using var client = own.CreateClient();
            var (id, token) = (await client.SaveAsync(Trip)).Saved();
            Assert.Contains("Secretname", (await client.ReadAsync(id)).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(id, token)).Status);
        }

        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(folder.Trips).DataSource;
        Assert.All(
            Directory.GetFiles(Path.GetDirectoryName(file)!, "trips.db*"),
            left => Assert.DoesNotContain("Secretname", File.ReadAllText(left, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_service_cleans_by_itself_every_hour()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        var (id, _) = (await client.SaveAsync(Trip)).Saved();
        folder.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 4, 0, 0, 0, TimeSpan.Zero));

        Assert.True(SpinWait.SpinUntil(() => ContentOf(own, id) is null, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_new_catalog_changes_nothing_that_was_saved_and_what_changed_is_said()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        string id, token, before;
        await using (var own = new CatalogSite(folder))
        {
            using var client = own.CreateClient();
            var advice = await client.PostTripAsync(
                new StringContent(
                    System.Text.Json.Nodes.JsonNode.Parse(Trip)!["request"]!.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
                string.Empty);
            var basket = advice.Ok().Json.GetProperty("strategies")[0].GetProperty("basketId").GetString();
            (id, token) = (await client.SaveAsync(Trip[..^1] + $$""", "basketId": "{{basket}}" }""")).Saved();
            var read = await client.ReadAsync(id);
            Assert.Equal("shop-5-gb", read.Json.GetProperty("answer").GetProperty("purchases")[0].GetProperty("planId").GetString());
            Assert.Equal("[]", read.Json.GetProperty("changes").GetRawText());
            before = (await client.ChangeAsync(id, token, "*", read.SentBack("""[ { "planId": "shop-5-gb" } ]""")))
                .Ok().Json
                .GetProperty("answer")
                .GetRawText();
        }

        new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "8.5").WriteTo(folder.Data);
        var dearer = await ReadAnewAsync(folder, id);
        new SmallCatalog().Set("rates.json", "asOf", "\"2024-05-09\"").WriteTo(folder.Data);
        var newer = await ReadAnewAsync(folder, id);
        new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].id", "\"shop-6-gb\"").WriteTo(folder.Data);
        var gone = await ReadAnewAsync(folder, id);

        Assert.Equal(["price-changed"], Codes(dearer));
        Assert.Equal("""{"amount":10,"currency":"USD"}""", dearer.GetProperty("changes")[0].GetProperty("before").GetRawText());
        Assert.Equal("""{"amount":8.5,"currency":"USD"}""", dearer.GetProperty("changes")[0].GetProperty("after").GetRawText());
        Assert.Equal(["catalog-newer"], Codes(newer));
        Assert.Equal(["plan-gone"], Codes(gone));
        Assert.All(
            [dearer, newer, gone],
            trip => Assert.Equal(
                (before, "shop-5-gb"),
                (trip.GetProperty("answer").GetRawText(), trip.GetProperty("purchases")[0].GetProperty("planId").GetString())));
        await using var again = new CatalogSite(folder);
        using var last = again.CreateClient();
        var now = await last.ReadAsync(id);
        Assert.Equal(before, (await last.ChangeAsync(id, token, "*", now.SentBack(now.Json.GetProperty("purchases").GetRawText())))
            .Ok().Json
            .GetProperty("answer")
            .GetRawText());
    }

    [Fact]
    public async Task An_address_saves_so_many_trips_a_day_and_then_waits()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        for (var trip = 0; trip < 20; trip++)
        {
            (await client.SaveAsync(Trip)).Saved();
        }

        (await client.SaveAsync("{}")).Wrong("request: request-required");
        (await client.SaveAsync(UnknownBasket)).Problem(HttpStatusCode.TooManyRequests, "too-many-trips");
        var refused = (await client.SaveAsync(Trip)).Problem(HttpStatusCode.TooManyRequests, "too-many-trips");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task What_was_not_saved_takes_nothing_from_the_day()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder, null, ("SavedTrips:SavedPerDay", "1"));
        using var client = own.CreateClient();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            (await client.SaveAsync(UnknownBasket)).Wrong("basketId: unknown-basket");
        }

        using (DatabaseLock.AgainstWriting(folder.Trips))
        {
            (await client.SaveAsync(Trip)).Problem(HttpStatusCode.ServiceUnavailable, "database-busy");
        }

        (await client.SaveAsync(Trip)).Saved();
        (await client.SaveAsync(Trip)).Problem(HttpStatusCode.TooManyRequests, "too-many-trips");
    }

    [Fact]
    public async Task Attempts_that_cost_a_search_are_limited_by_the_minute()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder, null, ("SavedTrips:ChangesPerMinute", "2"));
        using var client = own.CreateClient();
        (await client.SaveAsync(UnknownBasket)).Wrong("basketId: unknown-basket");
        (await client.SaveAsync(UnknownBasket)).Wrong("basketId: unknown-basket");

        var refused = (await client.SaveAsync(Trip)).Problem(HttpStatusCode.TooManyRequests, "too-many-trips");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_page_that_answers_too_often_says_how_long_to_wait()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var own = new CatalogSite(folder, null, ("SavedTrips:ChangesPerMinute", "1"));
        using var client = own.CreateClient();
        var (id, token) = (await client.SaveAsync(Trip)).Saved();
        Answer[] answers =
        [
            await client.SendFormAsync($"/en/t/{id}", [("version", "1"), ("bought", "0"), ("editToken", token)], TripForms.SameOrigin),
            await client.SendFormAsync($"/en/t/{id}?handler=delete", [("editToken", token)], TripForms.SameOrigin),
            await client.SaveResultAsync(Result, TripForms.SameOrigin),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
        Assert.All(
            answers.Select(answer => answer.Headers.RetryAfter!.Delta!.Value),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Addresses_of_one_caller_count_as_one(string one, string other, bool isSame)
    {
        using var limits = new WriteLimits(Options.Create(new SavedTripsOptions { SavedPerDay = 1, ChangesPerMinute = 2 }));

        Assert.Null(limits.WaitToSave(IPAddress.Parse(one)));
        Assert.Null(limits.WaitToChange(IPAddress.Parse(one)));
        limits.CountSaved(IPAddress.Parse(one));
        Assert.Equal(
            (isSame, isSame),
            (limits.WaitToSave(IPAddress.Parse(other)) is not null, limits.WaitToChange(IPAddress.Parse(other)) is not null));
    }

    [Fact]
    public void Everybody_together_saves_so_many_trips_a_minute()
    {
        using var limits = new WriteLimits(Options.Create(new SavedTripsOptions { SavedPerMinute = 2 }));

        foreach (var address in (IPAddress[])[IPAddress.Parse("203.0.113.1"), IPAddress.Parse("203.0.113.2")])
        {
            Assert.Null(limits.WaitToSave(address));
            limits.CountSaved(address);
        }

        Assert.InRange(limits.WaitToSave(IPAddress.Parse("203.0.113.3"))!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private static async Task<int> CleanAsync(CatalogSite site)
    {
        using var scope = site.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SavedTripStore>().CleanAsync(TestContext.Current.CancellationToken);
    }

    private static string? ContentOf(CatalogSite site, string id)
    {
        using var scope = site.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SavedTripsDb>().Trips.AsNoTracking().Single(trip => trip.Id == id).Content;
    }

    private static async Task<JsonElement> ReadAnewAsync(CatalogFolder folder, string id)
    {
        await using var own = new CatalogSite(folder);
        using var client = own.CreateClient();
        return (await client.ReadAsync(id)).Ok().Json;
    }

    private static IEnumerable<string?> Codes(JsonElement trip) =>
        trip.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("code").GetString());
}
