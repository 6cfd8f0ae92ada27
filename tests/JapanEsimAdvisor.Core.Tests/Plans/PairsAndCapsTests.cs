using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Plans;

/// <summary>Two packs of a seller for ten days, and caps on tethering.</summary>
public sealed class PairsAndCapsTests
{
    [Fact]
    public void Two_packs_that_last_lie_side_by_side()
    {
        var pair = Pair(A.Esim("five", 5, 10, 2000), A.Esim("three", 3, 30, 1500))!;

        Assert.Equal([new CycleRun(1, 10, 8)], pair.Cycles);
        Assert.Equal((3500, 2), (pair.FixedYen, pair.SetUps));
    }

    [Fact]
    public void Two_packs_that_last_only_together_follow_one_another()
    {
        var pair = Pair(A.Esim("three", 3, 4, 900), A.Esim("five", 5, 7, 1500))!;

        Assert.Equal([new CycleRun(1, 7, 5), new CycleRun(1, 3, 3)], pair.Cycles);
        Assert.Equal(["five", "three"], pair.Items.Select(item => item.Plan.Id));
    }

    [Theory]
    [InlineData(7, 10)]
    [InlineData(10, 7)]
    [InlineData(4, 5)]
    public void Packs_of_which_one_lasts_or_both_together_do_not_are_no_pair(int one, int other)
    {
        Assert.Null(Pair(A.Esim("one", 3, one, 900), A.Esim("other", 5, other, 1500)));
    }

    [Fact]
    public void Packs_that_behave_differently_are_no_pair()
    {
        var one = A.Esim("one", 3, 10, 900);

        Assert.Null(Pair(one, A.Esim("other", 5, 10, 1500).Slows(128)));
        Assert.Null(Pair(one, A.Sim("other", 5, 10, 1500)));
        Assert.Null(Pair(one, A.Esim("other", 5, 10, 1500).Tethers(TetherPolicy.Unknown)));
        Assert.Null(Pair(one.Capped(1, TetherPer.Plan), A.Esim("other", 5, 10, 1500).Capped(1, TetherPer.Day)));
    }

    [Fact]
    public void Pairs_are_of_one_seller()
    {
        var plans = new[] { A.Esim("a", 5, 10, 2000), A.Esim("b", 3, 10, 1500), A.Esim("c", 1, 10, 700) with { SellerId = "shop-a" } };
        var pairs = BundleCatalog.For(A.Days(10), A.Catalog(plans), 1).All.Where(bundle => bundle.Items.Length == 2);

        Assert.Equal([("a", "c")], pairs.Select(pair => (pair.Items[0].Plan.Id, pair.Items[1].Plan.Id)));
    }

    [Theory]
    [InlineData(TetherPer.Day, 10, 1)]
    [InlineData(TetherPer.Month, 1, 10)]
    [InlineData(TetherPer.Plan, 1, 10)]
    public void A_cap_on_tethering_has_cycles_of_its_own(TetherPer per, int count, int days)
    {
        var bundle = Of(A.Daily("daily", 2, 300).Capped(1, per))[0];

        Assert.Equal([new CycleRun(count, days, 1)], bundle.TetherCycles);
    }

    [Fact]
    public void A_cap_for_the_plan_comes_with_each_purchase()
    {
        var bundles = Of(A.Esim("esim", 5, 7, 2000).Capped(2, TetherPer.Plan));

        Assert.Equal([new CycleRun(1, 7, 2), new CycleRun(1, 3, 2)], bundles[0].TetherCycles);
        Assert.Equal([new CycleRun(1, 7, 4), new CycleRun(1, 3, 4)], bundles[1].TetherCycles);
    }

    [Fact]
    public void Two_packs_of_a_pair_bring_a_cap_each()
    {
        var beside = Pair(A.Esim("one", 3, 30, 900).Capped(1, TetherPer.Plan), A.Esim("other", 10, 10, 1500).Capped(1, TetherPer.Plan))!;
        var after = Pair(A.Esim("one", 3, 7, 900).Capped(1, TetherPer.Plan), A.Esim("other", 10, 5, 1500).Capped(1, TetherPer.Plan))!;

        Assert.Equal([new CycleRun(1, 10, 2)], beside.TetherCycles);
        Assert.Equal([new CycleRun(1, 7, 1), new CycleRun(1, 3, 1)], after.TetherCycles);
    }

    [Fact]
    public void Without_a_cap_there_are_no_such_cycles()
    {
        Assert.Empty(Of(A.Daily("daily", 2, 300))[0].TetherCycles);
        Assert.Empty(Of(A.Daily("daily", 2, 300).Tethers(TetherPolicy.Forbidden))[0].TetherCycles);
    }

    [Fact]
    public void Bundles_come_cheapest_first_with_their_hassle()
    {
        var catalog = A.Catalog(
            A.Esim("cheap", 5, 5, 1000), A.Esim("dear", 5, 10, 2100), A.Daily("daily", 1, 225) with { IdentityCheck = true });
        var first = BundleCatalog.For(A.Days(10), catalog, 1).All.Take(3);

        Assert.Equal(
            [("dear", 2400), ("cheap", 2600), ("daily", 3050)],
            first.Select(bundle => (bundle.Plan.Id, bundle.FixedYen + bundle.SetUpInconvenienceYen)));
    }

    private static Bundle? Pair(Plan one, Plan other) => new BundleFactory(A.Days(10), A.Catalog(one, other), 1).Pair(one, other);

    private static List<Bundle> Of(Plan plan) => [.. new BundleFactory(A.Days(10), A.Catalog(plan), 1).Of(plan)];
}
