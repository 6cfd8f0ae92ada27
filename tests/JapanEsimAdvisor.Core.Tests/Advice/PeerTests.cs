using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Yardsticks.Peers;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>The search against CP-SAT of Google OR-Tools on the same pods, for parties too large to list every basket of.</summary>
public sealed class PeerTests
{
    /// <summary>Yen by which sums of the same figures in another order may differ.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Random parties a row; the more people they have, the fewer are asked about.</summary>
    private static readonly (int OfTen, int OfSix, int Points, int OfEight) Parties = FullRun.Of((10, 3, 2, 10), (100, 20, 10, 60));

    public static TheoryData<int> Hundreds => [.. Enumerable.Range(1, 4)];

    /// <summary>Of parties of eight to ten.</summary>
    [Theory]
    [MemberData(nameof(Hundreds))]
    public void A_solver_finds_no_better_basket_for_any_strategy(int hundred)
    {
        var found = 0;
        for (var seed = hundred * 100_000; seed < (hundred * 100_000) + Parties.OfTen; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 10, fewestPeople: 8);
            found += AssertBest(trip, catalog, "seed " + seed);
        }

        Assert.InRange(found, Parties.OfTen, 4 * Parties.OfTen);
    }

    /// <summary>Every basket, of parties of five and six.</summary>
    [Theory]
    [MemberData(nameof(Hundreds))]
    public void A_solver_finds_the_same_frontier(int hundred)
    {
        var points = 0;
        for (var seed = hundred * 200_000; seed < (hundred * 200_000) + Parties.OfSix; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 6, fewestPeople: 5);
            points += AssertFrontier(trip, catalog, "seed " + seed);
        }

        Assert.InRange(points, 2 * Parties.OfSix, int.MaxValue);
    }

    /// <summary>The cheapest basket, the surest and one between, of parties of eight to ten.</summary>
    [Theory]
    [MemberData(nameof(Hundreds))]
    public void A_solver_finds_nothing_cheaper_that_runs_as_short(int hundred)
    {
        var points = 0;
        for (var seed = hundred * 250_000; seed < (hundred * 250_000) + Parties.Points; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 10, fewestPeople: 8);
            points += AssertPoints(trip, catalog, "seed " + seed);
        }

        Assert.InRange(points, 2, int.MaxValue);
    }

    [Fact]
    public void People_alike_are_counted_by_both()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed * 77, 3, fewestPeople: 2);
            var counted = trip with
            {
                Travelers = [.. trip.Travelers.Select((traveler, index) => traveler with { Count = 2 + ((seed + index) % 3) })],
            };

            AssertBest(counted, catalog, "counted " + seed);
            AssertPoints(counted, catalog, "counted " + seed);
        }
    }

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Listing_every_partition_finds_the_same(int hundred)
    {
        for (var seed = hundred * 300_000; seed < (hundred * 300_000) + Parties.OfEight; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 8, fewestPeople: 7);
            var pods = SolvedParty.Of(trip, catalog, A.Today, null, TestContext.Current.CancellationToken).Pods;
            var (listed, found) = (new SubsetSearch(StrategyOffers.Of(pods, Strategies.Mix)).Best(), Found(pods, Strategies.Mix));

            Assert.True(IsSame(listed, found, Rounding), $"seed {seed}: best {listed}, found {found}");
        }
    }

    private static int AssertBest(Trip trip, CatalogSnapshot catalog, string because)
    {
        var party = SolvedParty.Of(trip, catalog, A.Today, null, TestContext.Current.CancellationToken);
        var feasible = 0;
        foreach (var strategy in Strategies.Four(party.Types, party.Pods))
        {
            var offers = StrategyOffers.Of(party.Pods, strategy);
            var (best, found) = (CpSatPartition.Best(offers), Found(party.Pods, strategy));
            Assert.True(
                IsSame(best, found, CpSatPartition.ToleranceYen(offers)),
                $"{because}, {strategy.Name}: best {best}, found {found}");
            Assert.True(
                found is null || found.Value.Total <= best!.Value.Total + Rounding,
                $"{because}, {strategy.Name}: best {best}, found {found}");
            feasible += found is null ? 0 : 1;
        }

        return feasible;
    }

    /// <returns>How many baskets there are.</returns>
    private static int AssertFrontier(Trip trip, CatalogSnapshot catalog, string because)
    {
        var (solver, found) = Frontiers(trip, catalog);
        var best = solver.Solve();
        Assert.True(best.Length == found.Count, $"{because}: {best.Length} baskets, found {found.Count}");
        foreach (var (point, basket) in best.Zip(found))
        {
            AssertSame(point, basket, solver, because);
        }

        return found.Count;
    }

    /// <returns>How many baskets were looked at.</returns>
    private static int AssertPoints(Trip trip, CatalogSnapshot catalog, string because)
    {
        var (solver, found) = Frontiers(trip, catalog);
        var some = found.Count == 0 ? [] : new[] { 0, found.Count / 2, found.Count - 1 }.Distinct().ToList();
        foreach (var index in some)
        {
            AssertSame(solver.At(found[index].ShortfallGb), found[index], solver, because);
        }

        return some.Count;
    }

    private static (CpSatFrontier Solver, List<CpSatPoint> Found) Frontiers(Trip trip, CatalogSnapshot catalog)
    {
        var party = SolvedParty.Of(trip, catalog, A.Today, null, TestContext.Current.CancellationToken);
        var found = Frontier.Solve(party)
            .Select(pods => new CpSatPoint(pods.Sum(pod => pod.Cost.Price), pods.Sum(pod => pod.Risk.ShortfallGb)));
        return (new CpSatFrontier(FrontierOffers.Of(party)), [.. found]);
    }

    private static void AssertSame(CpSatPoint? best, CpSatPoint found, CpSatFrontier solver, string because) => Assert.True(
        best is { } point
            && Math.Abs(point.Price - found.Price) <= solver.ToleranceYen
            && Math.Abs(point.ShortfallGb - found.ShortfallGb) <= solver.ToleranceGb,
        $"{because}: best {best}, found {found}");

    private static Score? Found(PodTable pods, Strategy strategy) =>
        BestPods.Of(pods, strategy)?.Aggregate(default(Score), (sum, pod) => sum + strategy.ScoreOf(pod));

    private static bool IsSame(Score? one, Score? other, double tolerance) => (one, other) switch
    {
        (null, null) => true,
        ({ } first, { } second)
            => first with { Total = 0 } == second with { Total = 0 } && Math.Abs(first.Total - second.Total) <= tolerance,
        _ => false,
    };
}
