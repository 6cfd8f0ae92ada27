using System.Globalization;
using System.Text.Json;
using JapanEsimAdvisor.Web.Tests.Catalog;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>What imports changed, told once and in order to whoever asks since when.</summary>
public sealed class ChangesTests(SiteFixture site)
{
    private const string FirstPrice = "plans[0].prices[0].amount";

    [Fact]
    public async Task Prices_the_data_tells_of_come_with_the_first_import()
    {
        var answer = (await site.GetAsync("/api/v1/changes?pageSize=200")).Ok().Json;
        var items = answer.GetProperty("items").EnumerateArray().ToList();
        var moshi = items.Single(item => item.GetProperty("plan").GetProperty("id").GetString() == "airalo-moshi-moshi-unlimited");

        Assert.Equal(
            ("price-changed", "2026-11-23", 7),
            (moshi.GetProperty("code").GetString(), moshi.GetProperty("recorded").GetString(), moshi.GetProperty("days").GetInt32()));
        Assert.Equal(
            """{"amount":27,"low":null,"high":null,"currency":"USD","checked":"2026-08-17"}""",
            moshi.GetProperty("before").GetRawText());
        Assert.Equal(
            """{"amount":26.5,"low":null,"high":null,"currency":"USD","checked":"2026-10"}""",
            moshi.GetProperty("after").GetRawText());
        Assert.Equal(items.Count, answer.GetProperty("total").GetInt32());
        Assert.Equal("2026-11-23", answer.GetProperty("recordedSince").GetString());
        Assert.All(items, item => Assert.NotEqual(item.GetProperty("before").GetRawText(), item.GetProperty("after").GetRawText()));
    }

    [Fact]
    public async Task Following_next_tells_every_change_once_and_the_cursor_then_tells_none()
    {
        var all = Items((await site.GetAsync("/api/v1/changes?pageSize=200")).Ok());
        var (address, told, cursor) = ((string?)"/api/v1/changes?since=2020-01-01&pageSize=7", new List<string>(), string.Empty);
        while (address is not null)
        {
            var page = (await site.GetAsync(address)).Ok();
            told.AddRange(Items(page));
            cursor = page.Json.GetProperty("cursor").GetString()!;
            address = page.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.True(all.Count > 7);
        Assert.Equal(all, told);
        var rest = (await site.GetAsync("/api/v1/changes?since=" + cursor)).Ok().Json;
        Assert.Equal(
            (0, 0, cursor),
            (rest.GetProperty("total").GetInt32(), rest.GetProperty("items").GetArrayLength(), rest.GetProperty("cursor").GetString()));
    }

    [Fact]
    public async Task An_import_tells_what_came_went_and_changed_from_its_day_on()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        folder.Clock.Advance(TimeSpan.FromDays(1));
        await folder.ImportAsync(new SmallCatalog()
            .Set(SmallCatalog.Shop, FirstPrice, "8.5")
            .Set(SmallCatalog.Shop, "plans[0].name", "\"Five\"")
            .Set(SmallCatalog.Shop, "plans[1].id", "\"shop-other\"")
            .Set(SmallCatalog.Shop, "plans[0].prices[1].days", "31"));
        folder.Clock.Advance(TimeSpan.FromDays(1));
        await folder.ImportAsync(
            new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "8.5").Set("catalog/home.json", "tethering", "\"allowed\""));
        await using var small = new CatalogSite(folder);
        using var client = small.CreateClient();

        var second = (await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes?since=2026-11-24"))).Ok();
        Assert.Equal(
        [
            "2026-11-24 plan-changed shop-5-gb name -> ",
            "2026-11-24 price-changed shop-5-gb 7 10 -> 8.5",
            "2026-11-24 price-changed shop-5-gb 30 30 -> ",
            "2026-11-24 price-changed shop-5-gb 31  -> 30",
            "2026-11-24 plan-gone shop-daily  -> ",
            "2026-11-24 plan-added shop-other  -> ",
        ],
        second.Json
            .GetProperty("items")
            .EnumerateArray()
            .Where(item => item.GetProperty("recorded").GetString() == "2026-11-24")
            .Select(TextOf));
        var third = (await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes?since=2026-11-25"))).Ok();
        Assert.Equal(
            [
                "plan-added shop-daily",
                "plan-changed shop-5-gb",
                "plan-gone shop-other",
                "price-changed shop-5-gb",
                "price-changed shop-5-gb",
            ],
            third.Json
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("code").GetString() + " " + item.GetProperty("plan").GetProperty("id").GetString())
                .Order(StringComparer.Ordinal));
        Assert.Equal(0, (await client.AskAsync(new HttpRequestMessage(HttpMethod.Get, "/api/v1/changes?since=2026-11-26")))
            .Ok().Json
            .GetProperty("total")
            .GetInt32());
    }

    [Fact]
    public async Task The_same_data_again_tells_nothing_new_and_a_restart_forgets_nothing()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "9"));
        var before = folder.Current.Changes;
        await folder.ImportAsync();
        folder.Restart();
        await folder.ImportAsync();

        Assert.Equal(("price-changed", 1), (Assert.Single(before).Change.Code, before[0].Id));
        Assert.Equal(
            before.Select(change => (change.Id, change.Recorded, change.Change.After)),
            folder.Current.Changes.Select(change => (change.Id, change.Recorded, change.Change.After)));
    }

    [Theory]
    [InlineData("Initial", 2, 1)]
    [InlineData("Changes", 0, 2)]
    public async Task Changes_that_an_earlier_program_did_not_write_down_are_known_to_be_missing(
        string migration, int missingDays, int known)
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        var first = folder.Current.ChangesRecordedSince;
        folder.Clock.Advance(TimeSpan.FromDays(2));
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "9"));
        var second = folder.Current.ChangesRecordedSince;
        await folder.TurnBackAsync(migration);
        folder.Clock.Advance(TimeSpan.FromDays(2));
        await folder.ImportAsync(new SmallCatalog().Set(SmallCatalog.Shop, FirstPrice, "8"));

        Assert.Equal((SiteFixture.Today, SiteFixture.Today), (first, second));
        Assert.Equal((SiteFixture.Today.AddDays(missingDays), known), (folder.Current.ChangesRecordedSince, folder.Current.Changes.Count));
        Assert.Equal(
            (SiteFixture.Today.AddDays(4), 9m, 8m),
            folder.Current.Changes[^1] switch { var last => (last.Recorded, last.Change.Before!.Low, last.Change.After!.Low) });
    }

    [Fact]
    public async Task Of_two_programs_that_start_at_once_one_imports()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var starts = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(folder.ImportAsync, TestContext.Current.CancellationToken)));
        await folder.WhileTimePassesAsync(starts, TimeSpan.FromMilliseconds(20));

        Assert.All(await starts, Assert.Empty);
        Assert.Equal((1, new SmallCatalog().Folder.Files.Count, 8), await folder.RowsAsync());
    }

    [Fact]
    public async Task A_fee_of_the_seller_changes_its_plans()
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        await folder.ImportAsync(new SmallCatalog().Set(
            "catalog/rent.json",
            "fees",
            """[ { "kind": "delivery", "amount": 500, "currency": "JPY", "per": "order", "when": "always" } ]"""));

        var change = Assert.Single(folder.Current.Changes).Change;
        Assert.Equal(("plan-changed", "rent-router", "fees"), (change.Code, change.PlanId, Assert.Single(change.Fields)));
    }

    [Theory]
    [InlineData("since=yesterday", "since: since-form")]
    [InlineData("since=2026-13-01", "since: since-form")]
    [InlineData("since=-1", "since: since-form")]
    [InlineData("since=99999999999", "since: since-form")]
    [InlineData("since=2147483647", "since: unknown-cursor")]
    [InlineData("since=2026-11-01&pageSize=0&page=2", "pageSize: number-out-of-range|page: unknown-field")]
    public async Task A_wrong_since_is_said(string query, string errors) =>
        (await site.GetAsync("/api/v1/changes?" + query)).Wrong(errors.Split('|'));

    private static List<string> Items(
        Answer answer) => [.. answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())];

    private static string TextOf(JsonElement item)
    {
        var days = item.GetProperty("days") is { ValueKind: JsonValueKind.Number } number
            ? number.GetInt32().ToString(CultureInfo.InvariantCulture) + " "
            : string.Join(',', item.GetProperty("fields").EnumerateArray());
        return $"{item.GetProperty("recorded").GetString()} {item.GetProperty("code").GetString()} "
            + $"{item.GetProperty("plan").GetProperty("id").GetString()} {days}{Amount(item.GetProperty("before"))} -> "
                + $"{Amount(item.GetProperty("after"))}";
    }

    private static string Amount(JsonElement price) =>
        price.ValueKind == JsonValueKind.Null ? string.Empty : price.GetProperty("amount").GetRawText();
}
