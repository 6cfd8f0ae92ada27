using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>A basket of the answer, asked for by its id, becomes the answer.</summary>
public sealed class ChosenBasketTests(SiteFixture site)
{
    private const string Party = """
        { "trip": { "arrival": "2027-04-02", "departure": "2027-04-11", "homeCountry": "US" },
          "travelers": [ { "phone": "apple-iphone-15", "count": 2 }, { "phone": "google-pixel-8", "usage": { "profile": "heavy" } } ],
          "preferences": { "currency": "USD", "basket": BASKET }, "include": [ "frontier" ] WHYNOT }
        """;

    [Fact]
    public async Task Every_basket_of_the_frontier_and_of_the_strategies_can_be_chosen()
    {
        var plain = await PostAsync(null);
        var baskets = plain.GetProperty("frontier").EnumerateArray().Concat(plain.GetProperty("strategies").EnumerateArray()).ToList();

        Assert.InRange(baskets.Count, 8, 500);
        foreach (var basket in baskets.DistinctBy(Id))
        {
            var answer = await PostAsync(Id(basket));
            var chosen = answer.GetProperty("chosen");

            Assert.Equal(Id(basket), Id(chosen));
            Assert.All(
                ["cost", "purchases", "connections", "travelers", "warnings", "overLimit", "fullSpeedShare"],
                part => Assert.Equal(Text(basket, part), Text(chosen, part)));
            Assert.All(["recommended", "strategies", "frontier"], part => Assert.Equal(Text(plain, part), Text(answer, part)));
            Assert.Equal(
                chosen.GetProperty("purchases")
                    .EnumerateArray()
                    .Select(purchase => purchase.GetProperty("buyer").GetString())
                    .Distinct()
                    .Order(),
                answer.GetProperty("checklist")
                    .EnumerateArray()
                    .Select(task => task.GetProperty("traveler").GetString())
                    .Distinct()
                    .Order());
        }
    }

    [Fact]
    public async Task A_chosen_basket_goes_by_the_strategy_it_equals()
    {
        var plain = await PostAsync(null);

        foreach (var point in plain.GetProperty("frontier").EnumerateArray())
        {
            var same = plain
                .GetProperty("strategies")
                .EnumerateArray()
                .Where(strategy => Id(strategy) == Id(point))
                .Select(strategy => strategy.GetProperty("strategy").GetString())
                .ToList();
            var expected = same.Count == 0 ? "frontier"
                : point.GetProperty("advised").GetBoolean() ? plain.GetProperty("recommended").GetString()
                : same[0];
            Assert.Equal(expected, (await PostAsync(Id(point))).GetProperty("chosen").GetProperty("strategy").GetString());
            Assert.Equal(expected, point.GetProperty("strategy").GetString());
        }
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("")]
    [InlineData("per-person")]
    public async Task An_id_no_basket_has_is_an_error(string id)
    {
        (await site.PostAsync(Body(id, null))).Wrong("preferences.basket: unknown-basket");
    }

    [Fact]
    public async Task A_basket_of_another_trip_is_unknown()
    {
        var id = Id((await PostAsync(null)).GetProperty("strategies")[0]);

        (await site.PostAsync(SampleTrips.With("preferences", $$"""{ "basket": "{{id}}" }"""))).Wrong("preferences.basket: unknown-basket");
    }

    [Fact]
    public async Task The_best_basket_with_a_plan_asked_about_can_be_chosen_beside_the_question()
    {
        const string Asked = """, "whyNot": [ "airalo-moshi-moshi-5-gb-7-days" ]""";
        var body = Body(null, Asked).Replace("[ \"frontier\" ]", "[ \"why-not\" ]", StringComparison.Ordinal);
        var id = (await site.PostAsync(body)).Ok().Json.GetProperty("whyNot").GetProperty("plans")[0].GetProperty("basketId").GetString()!;

        var chosen = (await site.PostAsync(Body(id, Asked))).Ok().Json.GetProperty("chosen");
        Assert.Equal((id, "why-not"), (Id(chosen), chosen.GetProperty("strategy").GetString()));
        Assert.Contains("airalo-moshi-moshi-5-gb-7-days", Text(chosen, "purchases"), StringComparison.Ordinal);
        (await site.PostAsync(Body(id, null))).Wrong("preferences.basket: unknown-basket");
    }

    [Theory]
    [InlineData("people=4&days=10", "basket")]
    [InlineData("people=4&trip.days=10", "preferences.basket")]
    [InlineData("people=4&trip.days=10", "basket")]
    public async Task A_link_chooses_too(string trip, string name)
    {
        var plain = (await site.GetAsync($"/api/v1/recommendations?{trip}&include=frontier")).Ok().Json;
        var cheapest = plain.GetProperty("frontier")[0];

        var chosen = (await site.GetAsync($"/api/v1/recommendations?{trip}&{name}={Id(cheapest)}")).Ok().Json.GetProperty("chosen");
        Assert.Equal((Id(cheapest), Text(cheapest, "cost")), (Id(chosen), Text(chosen, "cost")));
    }

    private async Task<JsonElement> PostAsync(string? basket) => (await site.PostAsync(Body(basket, null))).Ok().Json;

    private static string Body(string? basket, string? whyNot) =>
        Party.Replace("BASKET", basket is null ? "null" : $"\"{basket}\"", StringComparison.Ordinal)
            .Replace("WHYNOT", whyNot ?? "", StringComparison.Ordinal);

    private static string Id(JsonElement basket) => basket.GetProperty("basketId").GetString()!;

    private static string Text(JsonElement of, string part) => of.GetProperty(part).GetRawText();
}
