using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>Who pays what and what fails, as the API tells it.</summary>
public sealed class SplitAndBackupTests(SiteFixture site)
{
    private const string Family = """
        { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "homeCountry": "US" },
          "travelers": [
            { "name": "Mei", "phone": "apple-iphone-15" },
            { "esim": "no", "usage": { "profile": "light" }, "neverAlone": true },
            { "id": "friends", "count": 2, "esim": "no", "usage": { "profile": "heavy" } } ],
          "preferences": { "currency": "CURRENCY" }, "include": [ "fair-split", "backup" ] }
        """;

    public static TheoryData<string> Currencies => ["JPY", "EUR", "USD", "KRW"];

    [Fact]
    public async Task They_have_the_documented_properties()
    {
        var apart = (await site.PostAsync(
            """{ "trip": { "days": 10, "homeCountry": "US" }, "people": 2, "include": [ "fair-split", "backup" ] }""")).Ok().Json;
        List<JsonElement> strategies =
        [
            .. await StrategiesAsync("USD"),
            .. apart.GetProperty("strategies").EnumerateArray().Where(strategy => strategy.GetProperty("feasible").GetBoolean()),
        ];

        Assert.All(
            strategies,
            strategy =>
                Names(
                    strategy.GetProperty("split"), "stable", "adjusted", "impossible", "blockedBy", "savedApart", "shares", "transfers",
                    "text"));
        Assert.All(Items(strategies, "split", "shares"), share => Names(share, "traveler", "count", "perHead"));
        Assert.All(Items(strategies, "split", "transfers"), transfer => Names(transfer, "from", "count", "to", "amountEach"));
        Assert.All(
            Objects(strategies.Select(strategy => strategy.GetProperty("split").GetProperty("blockedBy"))),
            group => Names(group, "travelers", "saves"));
        Assert.All(strategies, strategy => Names(strategy.GetProperty("backup"), "safe", "failures", "cureForAll", "text"));
        var failures = Items(strategies, "backup", "failures");
        Assert.All(failures, failure => Names(failure, "kind", "what", "offline", "alone", "cure", "noCure", "text"));
        Assert.All(failures.SelectMany(failure => failure.GetProperty("offline").EnumerateArray()), one => Names(one, "traveler", "count"));
        Assert.All(
            Objects(failures.Select(failure => failure.GetProperty("cure"))),
            cure => Names(cure, "traveler", "count", "planId", "quantity", "price", "text"));
        Assert.All(Objects(failures.Select(failure => failure.GetProperty("noCure"))), none => Names(none, "code", "text"));
    }

    [Theory]
    [MemberData(nameof(Currencies))]
    public async Task Shares_add_up_to_the_price_shown_and_are_what_travelers_pay(string currency)
    {
        foreach (var strategy in await StrategiesAsync(currency))
        {
            var shares = strategy.GetProperty("split").GetProperty("shares").EnumerateArray().ToList();
            var price = strategy.GetProperty("cost").GetProperty("price");

            Assert.Equal(Amount(price), shares.Sum(share => share.GetProperty("count").GetInt32() * Amount(share.GetProperty("perHead"))));
            Assert.Equal(4, shares.Sum(share => share.GetProperty("count").GetInt32()));
            Assert.All(shares, share => Assert.Equal(currency, share.GetProperty("perHead").GetProperty("currency").GetString()));
            Assert.All(strategy.GetProperty("travelers").EnumerateArray(), traveler => Assert.Equal(
                shares.Where(share => Text(share, "traveler") == Text(traveler, "traveler"))
                    .Sum(share => share.GetProperty("count").GetInt32() * Amount(share.GetProperty("perHead"))),
                Amount(traveler.GetProperty("fairShare"))));
        }
    }

    [Fact]
    public async Task Fair_shares_are_there_unasked_and_add_up_too()
    {
        var answer =
            (await site.PostAsync(
                """{ "trip": { "days": 10, "homeCountry": "US" }, "travelers": [ { "phone": "apple-iphone-15" }, { "esim": "no","""
                    + """ "count": 3 } ] }"""))
                .Ok().Json;

        foreach (var strategy in answer
            .GetProperty("strategies")
            .EnumerateArray()
            .Where(strategy => strategy.GetProperty("feasible").GetBoolean()))
        {
            Assert.Equal(JsonValueKind.Null, strategy.GetProperty("split").ValueKind);
            Assert.Equal(
                Amount(strategy.GetProperty("cost").GetProperty("price")),
                strategy.GetProperty("travelers").EnumerateArray().Sum(traveler => Amount(traveler.GetProperty("fairShare"))));
        }
    }

    [Fact]
    public async Task A_split_is_stable_or_says_who_would_save_how_much()
    {
        foreach (var split in (await StrategiesAsync("JPY")).Select(strategy => strategy.GetProperty("split")))
        {
            Assert.Equal(split.GetProperty("stable").GetBoolean(), split.GetProperty("blockedBy").ValueKind == JsonValueKind.Null);
            Assert.Equal(split.GetProperty("impossible").GetBoolean(), split.GetProperty("savedApart").ValueKind != JsonValueKind.Null);
            Assert.False(split.GetProperty("stable").GetBoolean() && split.GetProperty("impossible").GetBoolean());
        }
    }

    [Fact]
    public async Task Clients_pay_back_their_host()
    {
        var shared = (await StrategiesAsync("EUR")).Single(strategy => Text(strategy, "strategy") == "shared-hotspot");
        var transfers = shared.GetProperty("split").GetProperty("transfers").EnumerateArray().ToList();

        Assert.Equal(["t2", "friends"], transfers.Select(transfer => Text(transfer, "from")).Distinct());
        Assert.All(transfers, transfer => Assert.Equal("t1", Text(transfer, "to")));
        Assert.Equal(3, transfers.Sum(transfer => transfer.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_dead_hotspot_and_a_lost_router_are_failures_and_each_has_a_cure_or_the_reason_for_none()
    {
        var strategies = await StrategiesAsync("JPY");
        var failures = Items(strategies, "backup", "failures");

        Assert.Contains(failures, failure => (Text(failure, "kind"), Text(failure, "what")) == ("host-phone", "t1"));
        Assert.Contains(failures, failure => Text(failure, "kind") == "router");
        Assert.Contains(failures, failure => Text(failure, "kind") == "network");
        Assert.All(failures, failure => Assert.Equal(
            failure.GetProperty("alone").GetArrayLength() > 0,
            failure.GetProperty("cure").ValueKind != JsonValueKind.Null || failure.GetProperty("noCure").ValueKind != JsonValueKind.Null));
        Assert.All(strategies.Select(strategy => strategy.GetProperty("backup")), backup => Assert.Equal(
            backup.GetProperty("safe").GetBoolean(),
            backup.GetProperty("failures").EnumerateArray().All(failure => failure.GetProperty("alone").GetArrayLength() == 0)));
        Assert.All(
            Objects(failures.Select(failure => failure.GetProperty("cure"))),
            cure => Assert.True(Amount(cure.GetProperty("price")) >= 0));
    }

    [Fact]
    public async Task A_link_asks_for_them_too()
    {
        var answer = (await site.GetAsync("/api/v1/recommendations?people=3&days=5&include=fair-split,backup")).Ok().Json;

        Assert.All(
            answer.GetProperty("strategies").EnumerateArray().Where(strategy => strategy.GetProperty("feasible").GetBoolean()),
            strategy => Assert.Equal(
                (JsonValueKind.Object, JsonValueKind.Object),
                (strategy.GetProperty("split").ValueKind, strategy.GetProperty("backup").ValueKind)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Their_texts_are_whole_in_every_language(string language)
    {
        var strategies = await StrategiesAsync("USD", "?lang=" + language);
        var texts = strategies.SelectMany(strategy => new[] { strategy.GetProperty("split"), strategy.GetProperty("backup") })
            .Concat(Items(strategies, "backup", "failures"))
            .Concat(Objects(Items(strategies, "backup", "failures").SelectMany(
                failure => new[] { failure.GetProperty("cure"), failure.GetProperty("noCure") })))
            .Select(part => Text(part, "text")!).ToList();

        Assert.All(texts, text => Assert.DoesNotMatch("[{}]", text));
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(texts, text => Assert.Equal(language == "zh-Hans", text.Any(letter => letter is >= '\u4E00' and <= '\u9FFF')));
    }

    private async Task<List<JsonElement>> StrategiesAsync(string currency, string query = "") =>
    [
        .. (await site.PostAsync(Family.Replace("CURRENCY", currency, StringComparison.Ordinal), query))
            .Ok().Json
            .GetProperty("strategies")
            .EnumerateArray()
            .Where(strategy => strategy.GetProperty("feasible").GetBoolean()),
    ];

    private static List<JsonElement> Items(IEnumerable<JsonElement> strategies, string part, string list)
    {
        var items = strategies.SelectMany(strategy => strategy.GetProperty(part).GetProperty(list).EnumerateArray()).ToList();
        Assert.NotEmpty(items);
        return items;
    }

    private static List<JsonElement> Objects(IEnumerable<JsonElement> elements)
    {
        var objects = elements.Where(element => element.ValueKind == JsonValueKind.Object).ToList();
        Assert.NotEmpty(objects);
        return objects;
    }

    private static decimal Amount(JsonElement money) => money.GetProperty("amount").GetDecimal();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static void Names(JsonElement element, params string[] names) =>
        Assert.Equal(names, element.EnumerateObject().Select(property => property.Name));
}
