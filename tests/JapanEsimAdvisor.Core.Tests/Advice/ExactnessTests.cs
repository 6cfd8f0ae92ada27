using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>The search against every possible basket.</summary>
public sealed class ExactnessTests
{
    private const double Negligible = 1e-6;

    public static TheoryData<int> Hundreds => [.. Enumerable.Range(1, 4)];

    /// <summary>Forty random parties of up to five a row, and two of six.</summary>
    [Theory]
    [MemberData(nameof(Hundreds))]
    public void No_basket_beats_any_of_the_four_answers(int hundred)
    {
        var found = 0;
        for (var seed = hundred * 100; seed < (hundred * 100) + 42; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, seed % 100 < 40 ? 5 : 6);
            found += AssertBest(trip, catalog, "seed " + seed);
        }

        Assert.InRange(found, 40, 168);
    }

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void The_frontier_is_every_basket_none_beats_in_price_and_shortfall(int hundred)
    {
        var points = 0;
        for (var seed = hundred * 1000; seed < (hundred * 1000) + 38; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed, 4);
            points += AssertFrontier(trip, catalog, "seed " + seed);
        }

        Assert.InRange(points, 50, int.MaxValue);
    }

    [Theory]
    [InlineData(1, 3, 2)]
    [InlineData(2, 2, 3)]
    [InlineData(3, 4, 1)]
    [InlineData(4, 3, 3)]
    [InlineData(5, 2, 2)]
    [InlineData(6, 5, 1)]
    public void People_alike_are_placed_as_if_they_were_listed_one_by_one(int seed, int first, int second)
    {
        var (trip, catalog) = RandomParty.Of(seed * 31, 1);
        var (one, other) = (trip.Travelers[0] with { Id = "x" }, A.Traveler("y", 0.9));
        var counted = trip with { Travelers = [one with { Count = first }, other with { Count = second }] };
        var listed = trip with { Travelers = [.. Copies(one, first), .. Copies(other, second)] };

        AssertBest(counted, catalog, "counted");
        AssertFrontier(counted, catalog, "counted");
        Assert.Equal(Scores(A.Advise(counted, catalog)), Scores(A.Advise(listed, catalog)));
    }

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void No_basket_beats_an_answer_where_people_alike_stand_in_rows_of_their_own(int hundred)
    {
        for (var seed = hundred * 500; seed < (hundred * 500) + 30; seed++)
        {
            var (trip, catalog) = RandomParty.InTwoRows(seed, 4);
            AssertBest(trip, catalog, "seed " + seed);
        }
    }

    [Fact]
    public void Two_people_who_must_be_reachable_take_one_router_and_one_line_in_the_name_of_pocket_wifi()
    {
        var reachable = A.Traveler("a") with { ReachableWhenApart = true, HoursApartPerDay = 4 };
        var trip = A.Trip(reachable, reachable with { Id = "b" });
        var catalog = A.Catalog(A.Esim("esim", 10, 10, 1500), A.Router("router", 900));
        var answer = A.Advise(trip, catalog).Answer("pocket-wifi");

        AssertBest(trip, catalog, "reachable");
        Assert.Equal(["esim", "router"], answer.Basket!.Pods.Select(placed => placed.Pod.PlanId).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Traveler> Copies(Traveler traveler, int times) =>
        Enumerable.Range(0, times).Select(copy => traveler with { Id = traveler.Id + copy });

    private static IEnumerable<(string Strategy, string? Id, double? Total)> Scores(Recommendation advice) =>
        advice.Answers.Select(answer => (answer.Strategy, answer.Basket?.Id, answer.Basket?.ExpectedTotal));

    private static int AssertBest(Trip trip, CatalogSnapshot catalog, string because)
    {
        var (oracle, advice) = (new BruteForce(trip, catalog), A.Advise(trip, catalog));
        foreach (var answer in advice.Answers)
        {
            var (best, found) = (oracle.Best(answer.Strategy), ScoreOf(answer));
            var same = best is null == found is null
                && (best is null || ((best.Value.Lead, best.Value.Unmet) == (found!.Value.Lead, found.Value.Unmet)
                    && Math.Abs(best.Value.Total - found.Value.Total) < Negligible));
            Assert.True(same, $"{because}, {answer.Strategy}: best {best}, found {found}");
        }

        return advice.Answers.Count(answer => answer.IsFeasible);
    }

    private static (int Lead, int Unmet, double Total)? ScoreOf(Answer answer) => answer.Basket is { } basket
        ? (basket.Pods.Sum(placed => BruteForce.Lead(answer.Strategy, placed.Pod) * placed.Times), basket.Unmet, basket.ExpectedTotal)
        : null;

    private static int AssertFrontier(Trip trip, CatalogSnapshot catalog, string because)
    {
        var points = new BruteForce(trip, catalog).Frontier();
        var found = Frontier.Solve(A.Advise(trip, catalog).Party)
            .Select(pods => (Price: pods.Sum(pod => pod.Cost.Price), Shortfall: pods.Sum(pod => pod.Risk.ShortfallGb)))
            .ToList();

        Assert.True(
            points.TrueForAll(
                point => found.Exists(one => one.Price <= point.Price + Negligible && one.Shortfall <= point.Shortfall + Frontier.GrainGb)),
            because + ": a basket is missing");
        Assert.True(found.TrueForAll(one => !points.Exists(point => IsBeaten(one, point))), because + ": a basket is beaten");
        return points.Count;
    }

    /// <summary>Beaten in both; equal but for the last bits of a sum is not beaten.</summary>
    private static bool IsBeaten((double Price, double Shortfall) one, (double Price, double Shortfall) by) =>
        by.Price < one.Price - Negligible && by.Shortfall < one.Shortfall - 1e-12;
}
