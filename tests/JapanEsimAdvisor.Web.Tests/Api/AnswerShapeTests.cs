using System.Text.Json;
using System.Text.RegularExpressions;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed partial class AnswerShapeTests(SiteFixture site)
{
    private const string Family = """
        { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "arrivalTime": "21:40", "departureTime": "18:00",
          "airport": "NRT", "areas": [ "cities", "countryside" ], "homeCountry": "US" },
          "travelers": [
            { "name": "Mei", "phone": "apple-iphone-15", "phoneMarket": "CN", "homeOperator": "verizon" },
            { "name": "Tom", "phone": "google-pixel-8", "usage": { "gbPerDay": 1.4 }, "apart": "often", "reachableWhenApart": true },
            { "name": "Ana", "esim": "no", "usage": { "activities": { "maps": 1, "short-video": 0.5 } }, "neverAlone": true } ],
          "preferences": { "currency": "CURRENCY" }, "include": [ "frontier", "why-not" ] }
        """;

    [Fact]
    public async Task An_answer_has_the_documented_properties_and_no_others()
    {
        var answer = (await PostAsync("USD")).Json;
        var strategies = answer.GetProperty("strategies").EnumerateArray().ToList();

        Names(
            answer, "recommended", "strategies", "chosen", "doingNothing", "checklist", "assumptions", "frontier", "flipPoints",
            "sharingBreakEven", "flipPointsSkipped", "whyNot", "catalog");
        Assert.All(strategies, strategy => Names(
            strategy, "strategy", "feasible", "basketId", "overLimit", "cost", "percentiles", "purchases", "connections",
            "chanceOfRunningOut", "limitedDays", "fullSpeedShare", "travelers", "warnings", "reasons", "split", "backup", "headline",
            "risk"));
        All(strategies, "purchases", purchase => Names(
            purchase, "planId", "provider", "name", "medium", "quantity", "count", "buyer", "days", "price", "listedPrice", "priceRange",
            "confirmed", "buyUrl", "sellerUrl", "buyBefore", "priceChecked", "source", "providerName", "buyerName"));
        All(strategies, "connections", connection => Names(connection, "traveler", "via", "host", "count"));
        All(
            strategies,
            "travelers",
            traveler => Names(
                traveler, "traveler", "name", "count", "gbPerDay", "chanceOfRunningOut", "limitedDays", "fullSpeedShare", "fairShare"));
        All(strategies, "warnings", warning => Names(warning, "code", "text", "travelers"));
        All(strategies, "reasons", reason => Names(reason, "code", "text", "travelers"));
        All([answer], "assumptions", assumption => Names(assumption, "code", "text", "travelers"));
        All([answer], "checklist", task => Names(task, "when", "due", "traveler", "code", "text"));
        All([answer], "frontier", point => Names(
            point, "basketId", "strategy", "price", "expectedTotal", "fullSpeedShare", "chanceOfRunningOut", "limitedDays", "overLimit",
            "advised", "onFrontier", "reason", "cost", "purchases", "connections", "travelers", "warnings"));
        All([answer.GetProperty("doingNothing")], "rows", row => Names(row, "traveler", "operator", "planId", "extraCost", "code", "text"));
        Names(answer.GetProperty("catalog"), "version", "pricesChecked", "ratesAsOf");
        Names(answer.GetProperty("catalog").GetProperty("pricesChecked"), "oldest", "newest");
    }

    [Fact]
    public async Task A_cost_has_the_documented_properties()
    {
        var costs = await CostsAsync("USD");

        Assert.NotEmpty(costs);
        Assert.All(
            costs,
            cost => Names(cost, "price", "expectedTopUps", "inconvenience", "expectedTotal", "perPerson", "perPersonPerDay", "rows"));
        All(costs, "rows", row => Names(row, "code", "text", "amount"));
        All(costs, "rows", row => Names(row.GetProperty("amount"), "amount", "currency"));
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("USD", 2)]
    [InlineData("KRW", 0)]
    [InlineData("EUR", 2)]
    public async Task Totals_are_the_sums_of_their_rows_in_the_currencys_own_decimals(string currency, int decimals)
    {
        var costs = await CostsAsync(currency);

        Assert.NotEmpty(costs);
        foreach (var cost in costs)
        {
            var rows = cost
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => (Code: row.GetProperty("code").GetString(), Amount: Amount(row.GetProperty("amount"))))
                .ToList();
            Assert.Equal(rows.Where(row => row.Code == "price").Sum(row => row.Amount), Amount(cost.GetProperty("price")));
            Assert.Equal(rows.Where(row => row.Code == "top-ups").Sum(row => row.Amount), Amount(cost.GetProperty("expectedTopUps")));
            Assert.Equal(
                rows.Where(row => row.Code is not ("price" or "top-ups")).Sum(row => row.Amount),
                Amount(cost.GetProperty("inconvenience")));
            Assert.Equal(rows.Sum(row => row.Amount), Amount(cost.GetProperty("expectedTotal")));
        }

        var moneys = costs
            .SelectMany(cost => cost
                .EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.Object)
                .Select(property => property.Value))
            .ToList();
        Assert.All(moneys, money => Assert.Equal(currency, money.GetProperty("currency").GetString()));
        Assert.All(moneys, money => Assert.Equal(Math.Round(Amount(money), decimals), Amount(money)));
        Assert.All(
            moneys, money => Assert.Matches(decimals == 0 ? @"^\d+$" : @"^\d+(\.\d{1,2})?$", money.GetProperty("amount").GetRawText()));
    }

    [Fact]
    public async Task The_prices_of_what_to_buy_add_up_to_the_price()
    {
        foreach (var strategy in (await PostAsync("EUR")).Json
            .GetProperty("strategies")
            .EnumerateArray()
            .Where(strategy => strategy.GetProperty("feasible").GetBoolean()))
        {
            Assert.Equal(
                Amount(strategy.GetProperty("cost").GetProperty("price")),
                strategy.GetProperty("purchases").EnumerateArray().Sum(purchase => Amount(purchase.GetProperty("price"))));
        }
    }

    [Theory]
    [InlineData("""{ "trip": { "days": 10 }, "people": 4 }""")]
    [InlineData("""{ "trip": { "days": 1 }, "people": 1 }""")]
    [InlineData(
        """{ "trip": { "days": 10 }, "travelers": [ { "esim": "no", "carrierLocked": true, "reachableWhenApart": true,"""
            + """ "apart": "often" } ] }""")]
    public async Task There_are_always_the_four_strategies_in_this_order(string body)
    {
        var answer = (await site.PostAsync(body)).Ok();

        Assert.Equal(
            ["per-person", "shared-hotspot", "pocket-wifi", "mix"],
            answer.Json.GetProperty("strategies").EnumerateArray().Select(strategy => strategy.GetProperty("strategy").GetString()));
    }

    [Fact]
    public async Task Names_are_camel_case_and_codes_kebab_case()
    {
        var answer = await PostAsync("USD");

        Assert.All(PropertyNames(answer.Json), name => Assert.Matches(CamelCase(), name));
        Assert.All(Codes(answer.Json), code => Assert.Matches(KebabCase(), code));
    }

    [Fact]
    public async Task What_is_unknown_is_null_and_not_left_out()
    {
        var answer = (await site.PostAsync("""{ "trip": { "days": 10 }, "people": 2 }""")).Ok().Json;

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("frontier").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("whyNot").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("chosen").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("doingNothing").GetProperty("rows")[0].GetProperty("extraCost").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("strategies")[0].GetProperty("split").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("strategies")[0].GetProperty("backup").ValueKind);
    }

    [Fact]
    public async Task Everybody_is_connected_exactly_once_in_every_strategy()
    {
        foreach (var strategy in (await PostAsync("USD")).Json
            .GetProperty("strategies")
            .EnumerateArray()
            .Where(strategy => strategy.GetProperty("feasible").GetBoolean()))
        {
            var people = strategy.GetProperty("connections").EnumerateArray()
                .GroupBy(
                    connection => connection.GetProperty("traveler").GetString(),
                    connection => connection.GetProperty("count").GetInt32())
                .ToDictionary(traveler => traveler.Key!, traveler => traveler.Sum());
            Assert.Equal(new Dictionary<string, int> { ["t1"] = 1, ["t2"] = 1, ["t3"] = 1 }, people);
        }
    }

    [Fact]
    public async Task The_frontier_runs_from_cheap_to_dear_and_holds_the_advice()
    {
        var points = (await PostAsync("JPY")).Json.GetProperty("frontier").EnumerateArray().ToList();

        Assert.NotEmpty(points);
        var totals = points.Select(point => Amount(point.GetProperty("price"))).ToList();
        Assert.Equal(totals.Order(), totals);
        Assert.All(points, point => Assert.InRange(point.GetProperty("fullSpeedShare").GetDouble(), 0, 1));
        Assert.Single(points, point => point.GetProperty("advised").GetBoolean());
        Assert.All(
            points,
            point =>
                Assert.Equal(point.GetProperty("onFrontier").GetBoolean(), point.GetProperty("reason").ValueKind == JsonValueKind.Null));
        Assert.All(
            points, point => Assert.Equal(Amount(point.GetProperty("price")), Amount(point.GetProperty("cost").GetProperty("price"))));
    }

    [Fact]
    public async Task Chances_and_shares_lie_between_nothing_and_everything()
    {
        foreach (var strategy in (await PostAsync("USD")).Json.GetProperty("strategies").EnumerateArray())
        {
            var numbers = strategy.GetProperty("travelers").EnumerateArray().Append(strategy)
                .SelectMany(part => new[] { part.GetProperty("chanceOfRunningOut"), part.GetProperty("fullSpeedShare") })
                .Where(number => number.ValueKind == JsonValueKind.Number);
            Assert.All(numbers, number => Assert.InRange(number.GetDouble(), 0, 1));
        }
    }

    [Fact]
    public async Task Every_text_is_filled()
    {
        var texts = Texts((await PostAsync("USD")).Json).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.DoesNotMatch("[{}]", text));
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    private async Task<Answer> PostAsync(string currency) =>
        (await site.PostAsync(Family.Replace("CURRENCY", currency, StringComparison.Ordinal))).Ok();

    private async Task<List<JsonElement>> CostsAsync(string currency) =>
    [
        .. (await PostAsync(currency)).Json.GetProperty("strategies").EnumerateArray()
            .Select(strategy => strategy.GetProperty("cost")).Where(cost => cost.ValueKind == JsonValueKind.Object),
    ];

    private static decimal Amount(JsonElement money) => money.GetProperty("amount").GetDecimal();

    private static void Names(JsonElement element, params string[] names) =>
        Assert.Equal(names, element.EnumerateObject().Select(property => property.Name));

    private static void All(IEnumerable<JsonElement> elements, string list, Action<JsonElement> check)
    {
        var items = elements.SelectMany(element => element.GetProperty(list).EnumerateArray()).ToList();
        Assert.NotEmpty(items);
        Assert.All(items, check);
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Properties(property.Value).Prepend(property)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Properties),
        _ => [],
    };

    private static IEnumerable<string> PropertyNames(JsonElement element) => Properties(element).Select(property => property.Name);

    private static IEnumerable<string> Codes(JsonElement element) =>
        Properties(element)
            .Where(property => property.Name is "code" or "strategy" or "medium" or "via" or "when" or "recommended")
            .Select(property => property.Value.GetString()!);

    private static IEnumerable<string> Texts(JsonElement element) =>
        Properties(element).Where(property => property.Name == "text").Select(property => property.Value.GetString()!);

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    private static partial Regex CamelCase();

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
