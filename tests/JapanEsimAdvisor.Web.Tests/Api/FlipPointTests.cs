using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed class FlipPointTests(SiteFixture site)
{
    private const string Link = "/api/v1/recommendations?people=6&days=7";

    private static readonly Dictionary<string, string> Units = new()
    {
        ["daily-use"] = "gb-per-person-per-day",
        ["hours-apart"] = "hours-per-day",
        ["length"] = "days",
        ["group-size"] = "people",
    };

    [Fact]
    public async Task The_parts_have_the_documented_properties_and_no_others()
    {
        var answer = await AskAsync("&include=flip-points");

        Assert.NotEmpty(Points(answer));
        Assert.All(
            Points(answer),
            point => Names(point, "factor", "direction", "value", "unit", "from", "to", "savingBefore", "savingAfter", "text"));
        Assert.NotEmpty(Sharing(answer));
        Assert.All(Sharing(answer), sharing => Names(sharing, "factor", "direction", "value", "unit", "paysBelow", "text"));
        Assert.All(
            [.. Points(answer), .. Sharing(answer)],
            one => Assert.Equal(Units[one.GetProperty("factor").GetString()!], one.GetProperty("unit").GetString()));
        Assert.All(
            [.. Points(answer), .. Sharing(answer)],
            one => Assert.True(one.GetProperty("direction").GetString() is "below" or "above"));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("flipPointsSkipped").ValueKind);
    }

    [Fact]
    public async Task They_are_null_unless_asked_for()
    {
        var answer = await AskAsync(string.Empty);

        Assert.All(
            ["flipPoints", "sharingBreakEven", "flipPointsSkipped"],
            part => Assert.Equal(JsonValueKind.Null, answer.GetProperty(part).ValueKind));
    }

    /// <summary>A link says people and days, so those flips can be asked for as trips of their own.</summary>
    [Theory]
    [InlineData(2, 10)]
    [InlineData(6, 7)]
    [InlineData(30, 5)]
    public async Task A_trip_as_long_as_the_flip_says_gets_the_other_advice_and_one_a_day_nearer_does_not(int people, int days)
    {
        var trip = $"/api/v1/recommendations?people={people}";
        var flips = Points((await site.GetAsync($"{trip}&days={days}&include=flip-points")).Ok().Json)
            .Where(point => point.GetProperty("factor").GetString() == "length")
            .ToList();

        Assert.NotEmpty(flips);
        foreach (var point in flips)
        {
            var (value, nearer) = (point.GetProperty("value").GetInt32(), point.GetProperty("direction").GetString() == "above" ? -1 : 1);
            Assert.Equal(point.GetProperty("to").GetString(), await RecommendedAsync($"{trip}&days={value}"));
            Assert.Equal(point.GetProperty("from").GetString(), await RecommendedAsync($"{trip}&days={value + nearer}"));
        }
    }

    /// <summary>
    /// Where the advice goes over from a line each to one for all, sharing has begun to pay by then, on either side of
    /// the trip as it is.
    /// </summary>
    [Theory]
    [InlineData(4, 8)]
    [InlineData(6, 7)]
    public async Task Sharing_is_said_to_pay_by_where_the_advice_turns_to_sharing(int people, int days)
    {
        var answer =
            (await site.GetAsync(
                $"/api/v1/recommendations?travelers[0].count={people}&travelers[0].phone=apple-iphone-15&trip.days={days}&"
                    + "include=flip-points"))
                .Ok().Json;

        var turns = Points(answer)
            .Where(point =>
                point.GetProperty("from").GetString() == "per-person" && point.GetProperty("to").GetString() == "shared-hotspot")
            .ToList();
        Assert.NotEmpty(turns);
        Assert.All(turns, turn => Assert.Contains(Sharing(answer), sharing =>
            Side(sharing) == Side(turn)
                && (Side(turn).Direction == "above" ? Value(sharing) <= Value(turn) : Value(sharing) >= Value(turn))));
        Assert.All(Sharing(answer).GroupBy(Side), same => Assert.Single(same));
    }

    [Theory]
    [InlineData("JPY")]
    [InlineData("EUR")]
    public async Task Savings_are_in_the_currency_asked_for(string currency)
    {
        var savings = Points(await AskAsync("&include=flip-points&currency=" + currency))
            .SelectMany(point => new[] { point.GetProperty("savingBefore"), point.GetProperty("savingAfter") })
            .Where(saving => saving.ValueKind != JsonValueKind.Null).ToList();

        Assert.NotEmpty(savings);
        Assert.All(savings, saving => Assert.Equal(currency, saving.GetProperty("currency").GetString()));
        Assert.All(savings, saving => Assert.True(saving.GetProperty("amount").GetDecimal() >= 0));
    }

    [Theory]
    [InlineData("en", "Too many different people to try other trips here.")]
    [InlineData("zh-Hans", "你们的情况差别太大，这里没法逐一试算。")]
    public async Task A_party_too_various_is_advised_all_the_same_and_told_why_not(string language, string text)
    {
        var travelers = string.Join(',', Enumerable.Range(1, 11).Select(person => $$"""{ "usage": { "gbPerDay": 0.{{person + 10}} } }"""));
        var answer = (await site.PostAsync(
            $$"""{ "trip": { "days": 5 }, "travelers": [ {{travelers}} ], "include": [ "flip-points" ] }""",
            "?lang=" + language)).Ok().Json;

        Assert.NotNull(answer.GetProperty("recommended").GetString());
        Assert.Empty(Points(answer));
        Assert.Empty(Sharing(answer));
        Assert.Equal(
            ("too-various", text),
            (
                answer.GetProperty("flipPointsSkipped").GetProperty("code").GetString(),
                answer.GetProperty("flipPointsSkipped").GetProperty("text").GetString()));
    }

    private async Task<JsonElement> AskAsync(string more) => (await site.GetAsync(Link + more)).Ok().Json;

    private async Task<string?> RecommendedAsync(string address) =>
        (await site.GetAsync(address)).Ok().Json.GetProperty("recommended").GetString();

    private static (string? Factor, string? Direction) Side(JsonElement one) =>
        (one.GetProperty("factor").GetString(), one.GetProperty("direction").GetString());

    private static double Value(JsonElement one) => one.GetProperty("value").GetDouble();

    private static List<JsonElement> Points(JsonElement answer) => [.. answer.GetProperty("flipPoints").EnumerateArray()];

    private static List<JsonElement> Sharing(JsonElement answer) => [.. answer.GetProperty("sharingBreakEven").EnumerateArray()];

    private static void Names(JsonElement element, params string[] names) =>
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
}
