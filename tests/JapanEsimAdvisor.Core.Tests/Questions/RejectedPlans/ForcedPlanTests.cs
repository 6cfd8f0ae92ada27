using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.RejectedPlans;

/// <summary>The best basket that must hold a plan, against every possible basket that holds it.</summary>
public sealed class ForcedPlanTests
{
    private const double Negligible = 1e-6;

    public static TheoryData<int> Hundreds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void No_basket_with_the_plan_beats_the_one_found(int hundred)
    {
        var found = 0;
        for (var seed = hundred * 10_000; seed < (hundred * 10_000) + 30; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 4);
            found += AssertEveryPlan(trip, catalog, "seed " + seed);
        }

        Assert.InRange(found, 60, 240);
    }

    [Fact]
    public void People_alike_are_counted_and_not_listed()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed * 77, 2);
            AssertEveryPlan(
                trip with
                {
                    Travelers = [trip.Travelers[0] with { Count = 2 }, .. trip.Travelers.Skip(1), A.Traveler("x", 0.9) with { Count = 2 }],
                },
                catalog,
                "counted " + seed);
        }
    }

    /// <returns>How many plans a basket can hold.</returns>
    private static int AssertEveryPlan(Trip trip, CatalogSnapshot catalog, string because)
    {
        var (oracle, advice) = (new BruteForce(trip, catalog), A.Advise(trip, catalog));
        var (whyNot, advised) = (new WhyNot(advice), advice.Best?.Basket);
        var found = 0;
        foreach (var plan in catalog.Plans)
        {
            var (best, verdict) = (oracle.BestWith(plan), whyNot.Of(plan));
            var (unmet, total) = (verdict.Answer?.Basket!.Unmet, verdict.Answer?.Basket!.ExpectedTotal);
            Assert.True(best is null == unmet is null, $"{because}, {plan.Id}: best {best}, found {verdict.Verdict}");
            Assert.True(
                best is null || (best.Value.Unmet == unmet && Math.Abs(best.Value.Total - total!.Value) < Negligible),
                $"{because}, {plan.Id}: best {best}, found {unmet}, {total}");
            AssertVerdict(verdict, best, advised, because);
            found += best is null ? 0 : 1;
        }

        return found;
    }

    private static void AssertVerdict(PlanVerdict verdict, (int Unmet, double Total)? best, Basket? advised, string because)
    {
        var expected = (best, advised) switch
        {
            (null, _) => verdict.Rejections.Length > 0 && verdict.Reasons.IsEmpty ? Verdict.Excluded : Verdict.Unusable,
            (_, { } basket) when basket.Holds(verdict.Plan.Id) => Verdict.Advised,
            ({ } one, { } basket) => one.Unmet == basket.Unmet && one.Total - basket.ExpectedTotal < 0.005 ? Verdict.Equal : Verdict.Loses,
            _ => (Verdict?)null,
        };
        Assert.True(expected == verdict.Verdict, $"{because}, {verdict.Plan.Id}: {verdict.Verdict}, not {expected}");
        Assert.True(verdict.Answer is null || verdict.Answer.Basket!.Holds(verdict.Plan.Id), because);
        Assert.True(verdict.Answer is null || verdict.OverLimit > 0 || (verdict.OverLimit == 0 && verdict.LosesBy > -Negligible), because);
    }
}
