using System.Net;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Import;
using JapanEsimAdvisor.Web.Tests.Catalog;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>Answers that are kept: when they are, for whom, and until when.</summary>
public sealed class CachedAnswerTests(SiteFixture site)
{
    private const string Plans = "/api/v1/plans?pageSize=1";

    private static readonly HybridCacheEntryOptions LookOnly =
        new() { Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheWrite };

    private const string Party = """{ "trip": { "days": 5 }, "people": 2 }""";

    [Fact]
    public async Task A_catalog_answer_asked_again_is_kept_with_all_its_headers()
    {
        using var folder = new CatalogFolder();
        await using var small = await SiteOnAsync(folder);
        using var client = small.CreateClient();
        var (first, again) = ((await GetAsync(client, Plans)).Ok(), (await GetAsync(client, Plans)).Ok());

        Assert.Equal((null, true), (first.Headers.Age, again.Headers.Age is not null));
        Assert.Equal(first.Text, again.Text);
        foreach (var name in (string[])["ETag", "Cache-Control", "Vary", "Link", "X-Content-Type-Options", "Content-Security-Policy"])
        {
            Assert.Equal(first.Headers.GetValues(name), again.Headers.GetValues(name));
        }

        Assert.Equal(first.ContentHeaders.ContentLanguage, again.ContentHeaders.ContentLanguage);
        Assert.Equal(first.ContentHeaders.ContentType, again.ContentHeaders.ContentType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Not_modified_still_says_tag_freshness_and_what_it_varies_by(bool kept)
    {
        using var folder = new CatalogFolder();
        await using var small = await SiteOnAsync(folder);
        using var client = small.CreateClient();
        var tag = (await GetAsync(client, Plans)).Ok().Headers.ETag!.ToString();
        if (!kept)
        {
            small.Services.GetRequiredService<CatalogStore>().Serve(small.Services.GetRequiredService<CatalogStore>().Current);
        }

        var answer = await GetAsync(client, Plans, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, string.Empty, tag), (answer.Status, answer.Text, answer.Headers.ETag!.ToString()));
        Assert.Equal(
            ("no-cache", "nosniff"),
            (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/api/v1/plans?pageSize=1&lang=ja", "")]
    [InlineData("/api/v1/plans?pageSize=1", "ko")]
    [InlineData("/api/v1/plans?pageSize=1&days=8", "")]
    public async Task Another_question_is_not_answered_with_what_is_kept(string address, string language)
    {
        using var folder = new CatalogFolder();
        await using var small = await SiteOnAsync(folder);
        using var client = small.CreateClient();
        var first = (await GetAsync(client, Plans)).Ok();
        var other = (await GetAsync(client, address, ("Accept-Language", language))).Ok();

        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
        Assert.Null(other.Headers.Age);
    }

    [Theory]
    [InlineData("/api/v1/plans?PAGESIZE=1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/plans/SHOP-5-GB", HttpStatusCode.NotFound)]
    public async Task Who_writes_an_address_wrongly_gets_no_kept_answer(string address, HttpStatusCode status)
    {
        using var folder = new CatalogFolder();
        await using var small = await SiteOnAsync(folder);
        using var client = small.CreateClient();
        (await GetAsync(client, Plans)).Ok();
        (await GetAsync(client, "/api/v1/plans/shop-5-gb")).Ok();

        Assert.Equal(status, (await GetAsync(client, address)).Status);
    }

    [Fact]
    public async Task Who_takes_only_what_is_kept_is_answered_all_the_same() =>
        (await site.GetAsync("/api/v1/airports?pageSize=3", ("Cache-Control", "only-if-cached"))).Ok();

    [Fact]
    public async Task A_new_catalog_and_a_new_day_are_seen_at_once()
    {
        using var folder = new CatalogFolder();
        await using var small = await SiteOnAsync(folder);
        using var client = small.CreateClient();
        var (plans, advice) = ((await GetAsync(client, Plans)).Ok(), (await AdviseAsync(client)).Ok());
        folder.Clock.Advance(TimeSpan.FromDays(1));
        var (nextDay, adviceNextDay) = ((await GetAsync(client, Plans)).Ok(), (await AdviseAsync(client)).Ok());
        new SmallCatalog().Set(SmallCatalog.Shop, "plans[0].prices[0].amount", "3").WriteTo(folder.Data);
        using (var scope = small.Services.CreateScope())
        {
            Assert.Empty(
                await scope.ServiceProvider.GetRequiredService<CatalogImporter>().ImportAsync(TestContext.Current.CancellationToken));
        }

        var (newer, adviceNewer) = ((await GetAsync(client, Plans)).Ok(), (await AdviseAsync(client)).Ok());
        Assert.Equal(3, new[] { plans, nextDay, newer }.Select(answer => answer.Headers.ETag).Distinct().Count());
        Assert.Equal(3, new[] { advice, adviceNextDay, adviceNewer }.Select(answer => answer.Headers.ETag).Distinct().Count());
        Assert.NotEqual(Version(plans), Version(newer));
        Assert.Equal(Version(newer), Version(adviceNewer));
        Assert.Null(newer.Headers.Age);
    }

    [Fact]
    public async Task The_same_trip_in_another_order_is_the_same_question()
    {
        var one =
            (await site.PostAsync(
                """{ "trip": { "days": 5, "homeCountry": "US" }, "travelers": [ { "id": "a", "usage": { "gbPerDay": 1.25 } },"""
                    + """ { "id": "b" } ] }"""))
                .Ok();
        var same = (await site.PostAsync(
            """{"travelers":[{"usage":{"gbPerDay":1.25},"id":"a"},{"id":"b"}],"trip":{"homeCountry":"US","days":5}}""")).Ok();
        var other =
            (await site.PostAsync(
                """{ "trip": { "days": 5, "homeCountry": "US" }, "travelers": [ { "id": "b", "usage": { "gbPerDay": 1.25 } },"""
                    + """ { "id": "a" } ] }"""))
                .Ok();

        Assert.Equal((one.Headers.ETag, one.Text), (same.Headers.ETag, same.Text));
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task What_an_address_may_say_is_still_an_error_in_a_body()
    {
        (await site.GetAsync("/api/v1/recommendations?people=2&trip.days=5")).Ok();

        (await site.PostAsync("""{ "people": "2", "trip": { "days": "5" } }""")).Wrong("people: wrong-form", "trip.days: wrong-form");
    }

    [Fact]
    public async Task A_mistake_is_not_kept()
    {
        const string wrong = """{ "trip": { "days": 0 }, "people": 2 }""";

        (await site.PostAsync(wrong)).Wrong("trip.days: days-out-of-range");
        (await site.PostAsync(wrong)).Wrong("trip.days: days-out-of-range");
    }

    [Fact]
    public async Task More_answers_than_there_is_room_for_are_not_all_cached()
    {
        using var folder = new CatalogFolder();
        await using var small = await SiteOnAsync(folder);
        var (cache, stop) = (small.Services.GetRequiredService<HybridCache>(), TestContext.Current.CancellationToken);
        var large = new byte[ApiSetup.MostBytesOfAnswers / 10];
        for (var index = 0; index < 15; index++)
        {
            await cache.SetAsync(Key(index), large, cancellationToken: stop);
        }

        var found = 0;
        for (var index = 0; index < 15; index++)
        {
            found += await cache.GetOrCreateAsync(
                Key(index), _ => ValueTask.FromResult<byte[]?>(null), LookOnly, cancellationToken: stop) is null ? 0 : 1;
        }

        Assert.InRange(found, 1, 10);

        static string Key(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_link_and_a_body_that_ask_the_same_get_the_same_answer()
    {
        var link = (await site.GetAsync("/api/v1/recommendations?people=2&trip.days=6")).Ok();
        var body = (await site.PostAsync("""{ "people": 2, "trip": { "days": 6 } }""")).Ok();

        Assert.Equal((link.Headers.ETag, link.Text), (body.Headers.ETag, body.Text));
    }

    private static string? Version(Answer answer) => answer.Json.GetProperty("catalog").GetProperty("version").GetString();

    private static async Task<CatalogSite> SiteOnAsync(CatalogFolder folder)
    {
        await folder.ImportAsync(new SmallCatalog());
        return new CatalogSite(folder);
    }

    private static Task<Answer> GetAsync(HttpClient client, string address, params (string Name, string Value)[] headers) =>
        client.AskAsync(new HttpRequestMessage(HttpMethod.Get, address), headers);

    private static Task<Answer> AdviseAsync(HttpClient client) =>
        client.PostTripAsync(new StringContent(Party, System.Text.Encoding.UTF8, "application/json"), string.Empty);
}
