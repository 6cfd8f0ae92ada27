using System.Text.Json;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Api;

public sealed class WhyNotTests(SiteFixture site)
{
    private const string Link = "/api/v1/recommendations?people=2&days=10&include=why-not";

    private const string Asked = "airalo-moshi-moshi-5-gb-15-days";

    private CatalogSnapshot Catalog => site.Services.GetRequiredService<CatalogStore>().Current.Snapshot;

    [Fact]
    public async Task The_part_has_the_documented_properties_and_no_others()
    {
        var whyNot = await AskAsync(Asked);

        Names(whyNot, "strategies", "plans", "excluded");
        Assert.All(
            whyNot.GetProperty("strategies").EnumerateArray(),
            one => Names(one, "strategy", "feasible", "overLimit", "losesBy", "rows", "text"));
        Assert.All(
            whyNot.GetProperty("plans").EnumerateArray(),
            one => Names(one, "planId", "name", "provider", "verdict", "reasons", "losesBy", "overLimit", "rows", "basketId", "text"));
        Assert.All(whyNot.GetProperty("excluded").EnumerateArray(), one => Names(one, "rule", "code", "plans", "text", "examples"));
        Assert.All(
            whyNot.GetProperty("plans").EnumerateArray().SelectMany(one => one.GetProperty("rows").EnumerateArray()),
            row => Names(row, "code", "text", "amount"));
    }

    [Theory]
    [InlineData("&currency=JPY")]
    [InlineData("&currency=USD")]
    [InlineData("&currency=EUR&apart=often")]
    public async Task Rows_add_up_to_what_a_plan_loses_by_and_that_is_the_difference_of_the_totals(string more)
    {
        var asked = await WhyNotAsync(Link + more + "&whyNot=" + Asked);
        var plan = Assert.Single(asked.GetProperty("whyNot").GetProperty("plans").EnumerateArray());
        var chosen = (await site.GetAsync($"{Link}{more}&whyNot={Asked}&basket={plan.GetProperty("basketId").GetString()}")).Ok().Json;
        var best = chosen
            .GetProperty("strategies")
            .EnumerateArray()
            .First(strategy => strategy.GetProperty("strategy").GetString() == chosen.GetProperty("recommended").GetString());
        var amounts = plan.GetProperty("rows").EnumerateArray().Select(row => Amount(row.GetProperty("amount"))).ToList();

        Assert.Equal("loses", plan.GetProperty("verdict").GetString());
        Assert.Equal(Amount(plan.GetProperty("losesBy")), amounts.Sum());
        Assert.Equal(amounts.OrderDescending(), amounts);
        Assert.Equal(Amount(plan.GetProperty("losesBy")), Total(chosen.GetProperty("chosen")) - Total(best));
    }

    [Fact]
    public async Task Strategies_say_in_rows_what_their_reasons_say_in_short()
    {
        var answer = await WhyNotAsync(Link);
        foreach (var (strategy, why) in answer
            .GetProperty("strategies")
            .EnumerateArray()
            .Zip(answer.GetProperty("whyNot").GetProperty("strategies").EnumerateArray()))
        {
            var codes = strategy.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()).ToList();
            Assert.Equal(strategy.GetProperty("strategy").GetString(), why.GetProperty("strategy").GetString());
            Assert.Equal(codes.Contains("costs-more"), Amount(why.GetProperty("losesBy")) > 0);
            Assert.Equal(codes.Contains("over-limit"), why.GetProperty("overLimit").GetInt32() > 0);
            if (codes.Contains("loses-most-by"))
            {
                var largest = why.GetProperty("rows")[0].GetProperty("text").GetString()!;
                Assert.Contains(
                    strategy.GetProperty("reasons").EnumerateArray(),
                    reason => reason.GetProperty("text").GetString()!.Contains(largest, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task Where_no_plan_is_asked_about_the_five_that_lose_by_least_are_named()
    {
        var plans = (await AskAsync()).GetProperty("plans").EnumerateArray().ToList();
        var amounts = plans.Select(plan => (plan.GetProperty("overLimit").GetInt32(), Amount(plan.GetProperty("losesBy")))).ToList();

        Assert.Equal(5, plans.Count);
        Assert.Equal(amounts.Order(), amounts);
        Assert.All(plans, plan => Assert.True(plan.GetProperty("verdict").GetString() is "equal" or "loses"));
    }

    /// <summary>Every plan of the real catalog, ten at a time, for a party of two kinds of phones.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("&travelers[2].esim=no&travelers[2].devices=apple-ipad-9th-generation")]
    public async Task Every_plan_of_the_catalog_has_a_verdict_that_holds_together(string more)
    {
        var trip = "/api/v1/recommendations?travelers[0].phone=apple-iphone-15&travelers[0].homeOperator=verizon&"
            + "travelers[1].phone=google-pixel-8&trip.homeCountry=US&trip.days=12&include=why-not" + more;
        var verdicts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        JsonElement answer = default;
        foreach (var ten in Catalog.Plans.Chunk(10))
        {
            answer = await WhyNotAsync(trip + string.Concat(ten.Select(plan => "&whyNot=" + plan.Id)));
            foreach (var plan in answer.GetProperty("whyNot").GetProperty("plans").EnumerateArray())
            {
                verdicts.Add(plan.GetProperty("planId").GetString()!, plan);
            }
        }

        var advised = answer
            .GetProperty("strategies")
            .EnumerateArray()
            .First(strategy => strategy.GetProperty("strategy").GetString() == answer.GetProperty("recommended").GetString())
            .GetProperty("purchases").EnumerateArray().Select(purchase => purchase.GetProperty("planId").GetString()).ToHashSet();
        Assert.Equal(Catalog.Plans.Length, verdicts.Count);
        Assert.All(verdicts, plan => AssertHoldsTogether(plan.Value, advised.Contains(plan.Key)));
        Assert.Superset(
            new HashSet<string> { "advised", "loses", "excluded" },
            verdicts.Values.Select(plan => plan.GetProperty("verdict").GetString()!).ToHashSet());
        Assert.Equal(
            verdicts.Values.Count(plan => plan.GetProperty("verdict").GetString() == "excluded"),
            answer.GetProperty("whyNot")
                .GetProperty("excluded")
                .EnumerateArray()
                .Sum(excluded => excluded.GetProperty("plans").GetInt32()));
        foreach (var excluded in answer.GetProperty("whyNot").GetProperty("excluded").EnumerateArray())
        {
            Assert.All(excluded.GetProperty("examples").EnumerateArray(), example => Assert.Contains(
                verdicts[example.GetString()!].GetProperty("reasons").EnumerateArray(),
                reason => reason.GetProperty("code").GetString() == excluded.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Asking_without_including_answers_nothing_more()
    {
        Assert.Equal(
            JsonValueKind.Null,
            (await site.GetAsync($"/api/v1/recommendations?people=2&days=10&whyNot={Asked}")).Ok().Json.GetProperty("whyNot").ValueKind);
    }

    [Fact]
    public async Task More_than_ten_plans_are_too_many_and_unknown_ones_are_named_by_place()
    {
        (await site.GetAsync(Link + string.Concat(Enumerable.Repeat("&whyNot=" + Asked, 11)))).Wrong("whyNot: too-many-plans");
        (await site.GetAsync($"{Link}&whyNot={Asked},abacus")).Wrong("whyNot[1]: unknown-plan");
        (await site.PostAsync(SampleTrips.With("whyNot", $$"""[ "{{Asked}}", "{{Asked}}", "abacus" ]"""))).Wrong("whyNot[2]: unknown-plan");
        (await site.PostAsync(SampleTrips.With("whyNot", "[ 5 ]"))).Wrong("whyNot[0]: wrong-form");
    }

    [Fact]
    public async Task Words_are_the_readers()
    {
        const string Trip = "/api/v1/recommendations?travelers[0].count=2&travelers[0].esim=yes&trip.days=10&include=why-not&whyNot="
            + Asked;
        var english = (await WhyNotAsync(Trip + "&lang=en")).GetProperty("whyNot");
        var chinese = (await WhyNotAsync(Trip + "&lang=zh-Hans")).GetProperty("whyNot");

        Assert.Matches(
            "^At best it costs ¥[0-9,]+ more than our advice, effort included.$",
            english.GetProperty("plans")[0].GetProperty("text").GetString());
        Assert.Matches("^即使用得最划算，算上麻烦成本也比我们的建议多花 [0-9,]+ 日元。$", chinese.GetProperty("plans")[0].GetProperty("text").GetString());
    }

    private static void AssertHoldsTogether(JsonElement plan, bool isAdvised)
    {
        var (verdict, reasons) = (plan.GetProperty("verdict").GetString(), plan.GetProperty("reasons").EnumerateArray().ToList());
        Assert.Equal(isAdvised, verdict == "advised");
        Assert.All(reasons, reason => Assert.NotEmpty(reason.GetProperty("travelers").EnumerateArray()));
        if (verdict is "excluded" or "unusable")
        {
            Assert.NotEmpty(reasons);
            Assert.Equal(
                (JsonValueKind.Null, JsonValueKind.Null),
                (plan.GetProperty("losesBy").ValueKind, plan.GetProperty("basketId").ValueKind));
            Assert.Empty(plan.GetProperty("rows").EnumerateArray());
            return;
        }

        var (overLimit, losesBy) = (plan.GetProperty("overLimit").GetInt32(), Amount(plan.GetProperty("losesBy")));
        Assert.True(overLimit > 0 || (overLimit == 0 && losesBy >= 0), plan.GetRawText());
        Assert.Equal(losesBy, plan.GetProperty("rows").EnumerateArray().Sum(row => Amount(row.GetProperty("amount"))));
    }

    private async Task<JsonElement> AskAsync(params string[] plans) =>
        (await WhyNotAsync(Link + string.Concat(plans.Select(plan => "&whyNot=" + plan)))).GetProperty("whyNot");

    private async Task<JsonElement> WhyNotAsync(string address) => (await site.GetAsync(address)).Ok().Json;

    private static decimal Total(JsonElement answer) => Amount(answer.GetProperty("cost").GetProperty("expectedTotal"));

    private static decimal Amount(JsonElement money) => money.GetProperty("amount").GetDecimal();

    private static void Names(JsonElement element, params string[] names) =>
        Assert.Equal(names, element.EnumerateObject().Select(property => property.Name));
}
