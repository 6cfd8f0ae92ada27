using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Pods;

/// <summary>Altered trips solved one after the other with one memory against the whole advice for each.</summary>
public sealed class SearchMemoryTests
{
    private static readonly int Parties = FullRun.Of(40, 200);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_remembered_changes_no_advice(bool keepsBundles) => Assert.All(Enumerable.Range(0, Parties), seed =>
    {
        var (trip, catalog) = RandomParty.Of(seed, 4);
        var memory = keepsBundles ? new SearchMemory() : new SearchMemory().WithoutBundles();
        foreach (var altered in Altered(trip, new Random(seed)))
        {
            var solved = SolvedParty.Of(altered, catalog, A.Today, memory, TestContext.Current.CancellationToken);
            var advice = A.Advise(altered, catalog);

            Assert.Equal(
                advice.Answers.Select(StrategyResult.Of),
                Strategies.Four(solved.Types, solved.Pods).Select(strategy => StrategyResult.Of(solved.Pods, strategy)),
                Same);
            Assert.Equal(
                advice.Recommended,
                StrategyResult.Recommended(
                    [.. Strategies.Four(solved.Types, solved.Pods).Select(strategy => StrategyResult.Of(solved.Pods, strategy))]));
        }
    });

    [Fact]
    public void Who_may_buy_what_is_asked_once_for_people_alike_but_in_hours_and_number()
    {
        var (memory, catalog) = (new SearchMemory(), A.Catalog(A.Esim("pack", 3, 30, 1000)));
        var trip = A.Days(10).For(A.Traveler("a", 1), A.Traveler("b", 2) with { HoursApartPerDay = 3 });
        var party = new PartyUnderTest(trip, catalog);
        var bundles = BundleCatalog.For(trip.Stay, catalog, 1);
        var other = new PartyUnderTest(trip.WithHoursApart(5).WithPeople(4), catalog);

        Assert.Same(memory.Eligible(party.Buyer("a"), bundles), memory.Eligible(other.Buyer("a"), bundles));
    }

    [Fact]
    public void No_pod_is_passed_over_that_costs_no_more() => Assert.All(Enumerable.Range(0, Parties), seed =>
    {
        var (trip, catalog) = RandomParty.Of(seed, 4);
        var party = new PartyUnderTest(trip.WithUse(1 + (seed % 7)), catalog);
        var parties = new SubParties([.. party.Types.Select(type => type.Count)]);
        var frames = from subParty in Enumerable.Range(1, parties.Everybody)
                     from host in Enumerable.Range(0, party.Types.Length)
                     from kind in new[] { PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router }
                     let members = PodMembers.Of(parties.Counts(subParty))
                     where members.Counts[host] > 0
                     let frame = party.Factory.Frame(kind, host, members)
                     where frame is not null
                     select frame.Value;

        Assert.All(
            from frame in frames
            from bundle in party.Factory.Bundles(frame.Kind, frame.Host)
            where PodSearch.Serves(bundle, frame.Kind)
            let figures = party.Factory.Figures(frame, bundle)
            where figures is not null
            select (frame, bundle, figures.Value),
            pod => Assert.False(party.Factory.SurelyCostsMoreThan(pod.Value.Cost.Total, pod.frame, pod.bundle)));
    });

    /// <summary>The trip altered again and again, each time from the trip as it was.</summary>
    private static IEnumerable<Trip> Altered(Trip trip, Random random)
    {
        for (var step = 0; step < 10; step++)
        {
            yield return random.Next(5) switch
            {
                0 => trip.WithUse(Math.Pow(1.15, random.Next(-8, 8))),
                1 or 2 => trip.WithHoursApart(random.Next(13) / 2.0),
                3 => trip.WithDays(random.Next(2, 25)),
                _ => trip.WithPeople(random.Next(1, trip.People + 3)),
            };
        }
    }

    private static bool Same(StrategyResult? one, StrategyResult? other) => (one, other) switch
    {
        (null, null) => true,
        ({ } a, { } b) => (a.Strategy, a.Score.Unmet) == (b.Strategy, b.Score.Unmet) && Math.Abs(a.Score.Total - b.Score.Total) < 1e-6,
        _ => false,
    };
}
