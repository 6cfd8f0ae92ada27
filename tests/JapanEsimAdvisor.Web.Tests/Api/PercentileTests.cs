using System.Text.Json;

namespace JapanEsimAdvisor.Web.Tests.Api;

/// <summary>What is really paid, as API and page say it.</summary>
public sealed class PercentileTests(SiteFixture site)
{
    private const string Party =
        "?travelers[0].count=2&travelers[0].phone=apple-iphone-15&everyone.usage.profile=typical&trip.arrival=2027-04-02&"
            + "trip.departure=2027-04-11&everyone.apart=often&trip.homeCountry=US";

    [Theory]
    [InlineData("JPY")]
    [InlineData("USD")]
    public async Task Percentiles_are_money_in_ascending_order_where_asked_for(string currency)
    {
        var answer = await AskAsync($"&include=percentiles&preferences.currency={currency}");

        foreach (var strategy in answer.EnumerateArray().Where(strategy => strategy.GetProperty("feasible").GetBoolean()))
        {
            var range = strategy.GetProperty("percentiles");
            Assert.Equal(["p10", "p50", "p90"], range.EnumerateObject().Select(property => property.Name));
            Assert.All(range.EnumerateObject(), property => Assert.Equal(currency, property.Value.GetProperty("currency").GetString()));
            Assert.Equal(range.EnumerateObject().Select(Amount).Order(), range.EnumerateObject().Select(Amount));
            if (Amount(strategy.GetProperty("cost"), "expectedTopUps") == 0)
            {
                Assert.Equal(Amount(strategy.GetProperty("cost"), "price"), range.EnumerateObject().Select(Amount).First());
            }
        }
    }

    [Fact]
    public async Task Some_strategy_may_cost_more_than_its_price_and_is_expected_to()
    {
        var strategies = (await AskAsync("&include=percentiles"))
            .EnumerateArray()
            .Where(strategy => strategy.GetProperty("feasible").GetBoolean())
            .ToList();
        var dearer = strategies
            .Where(strategy => Amount(strategy.GetProperty("percentiles"), "p90") > Amount(strategy.GetProperty("cost"), "price"))
            .ToList();

        Assert.NotEmpty(dearer);
        Assert.All(dearer, strategy => Assert.True(Amount(strategy.GetProperty("cost"), "expectedTopUps") > 0));
    }

    [Fact]
    public async Task Percentiles_not_asked_for_are_null()
    {
        Assert.All(
            (await AskAsync("&include=frontier")).EnumerateArray(),
            strategy => Assert.Equal(JsonValueKind.Null, strategy.GetProperty("percentiles").ValueKind));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task The_page_says_the_range_of_its_advice_where_it_differs_from_the_price(string language)
    {
        var api = (await site.GetAsync($"/api/v1/recommendations{Party}&include=percentiles&lang={language}")).Ok().Json;
        var best = api
            .GetProperty("strategies")
            .EnumerateArray()
            .First(strategy => strategy.GetProperty("strategy").GetString() == api.GetProperty("recommended").GetString());
        var page = (await site.GetAsync($"/{language.ToLowerInvariant()}/result{Party}")).Ok().Page;
        var line = page.QuerySelector("[aria-labelledby=costs-heading] .range");
        var (price, most) = (Amount(best.GetProperty("cost"), "price"), Amount(best.GetProperty("percentiles"), "p90"));

        Assert.Equal(most > price, line is not null);
        Assert.Contains(
            most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
            (line ?? page.QuerySelector(".costs"))!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_nothing_where_use_costs_nothing_more()
    {
        var page = (await site.GetAsync("/en/result?people=1&days=3&usage=light")).Ok().Page;

        Assert.Null(page.QuerySelector(".range"));
    }

    private async Task<JsonElement> AskAsync(string tail) =>
        (await site.GetAsync("/api/v1/recommendations" + Party + tail)).Ok().Json.GetProperty("strategies");

    private static decimal Amount(JsonProperty money) => money.Value.GetProperty("amount").GetDecimal();

    private static decimal Amount(JsonElement parent, string name) => parent.GetProperty(name).GetProperty("amount").GetDecimal();
}
