using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Flips;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.Flips;

/// <summary>Cost against length and size: by hand, and each point against the whole advice for its altered trip.</summary>
public sealed class CostCurveTests
{
    private const double Yen = 1e-6;

    private const int Parties = 60;

    private static readonly Traveler Ann = A.Traveler("ann", 0.01);

    private static readonly Traveler Ben = A.Traveler("ben", 0.01);

    private static readonly Plan Line = A.Esim("line", 1000, 365, 2000);

    private static readonly Lazy<List<(Recommendation Advice, CostCurves Curves)>> Cases = new(() =>
        [.. Enumerable.Range(0, Parties)
            .Select(seed => RandomParty.Of(seed, 4))
            .Select(party => A.Advise(party.Trip, party.Catalog))
            .Select(advice => (advice, CostCurves.Of(advice)))]);

    /// <summary>Days 1 to 20 in twelve values at most: by two, through ten.</summary>
    [Fact]
    public void Lengths_go_in_equal_steps_through_the_present_one_to_twice_of_it()
    {
        var curve = Curves(A.Trip(Ann), Line).ByLength;

        Assert.Equal([2, 4, 6, 8, 10, 12, 14, 16, 18, 20], curve.Select(point => point.Value));
        Assert.Equal([10], curve.Where(point => point.IsPresent).Select(point => point.Value));
    }

    [Fact]
    public void A_small_party_is_followed_to_six_people() =>
        Assert.Equal([1, 2, 3, 4, 5, 6], Curves(A.Trip(Ann, Ben), Line).BySize.Select(point => point.Value));

    /// <summary>A line is 2,000 a head for any of these lengths; a router 240 a day for everybody; nobody may tether.</summary>
    [Fact]
    public void Prices_are_those_reckoned_by_hand()
    {
        var curves = Curves(A.Trip(Ann, Ben), Line.Tethers(TetherPolicy.Forbidden), A.Router("router", 240));

        Assert.All(curves.ByLength, point => Assert.Equal([4000.0, null, 240.0 * point.Value], Yens(point).Take(3)));
        Assert.All(curves.BySize.Take(5), point => Assert.Equal([2000.0 * point.Value, null, 2400.0], Yens(point).Take(3)));
    }

    [Fact]
    public void Every_point_is_what_the_whole_advice_gives_for_the_altered_trip() => Assert.All(All(), one =>
    {
        var advice = Recommender.Recommend(one.Altered, one.Advice.Catalog, one.Advice.Today, TestContext.Current.CancellationToken);

        Assert.Equal(
            advice.Answers.Select(answer => (answer.Strategy, answer.Basket?.Id)),
            one.Point.Prices.Select(price => (price.Strategy, price.Basket?.Id)));
        Assert.All(advice.Answers.Zip(one.Point.Prices), pair => Assert.Equal(pair.First.Basket?.Price ?? -1, pair.Second.Yen ?? -1, Yen));
    });

    [Fact]
    public void A_curve_is_short_ascends_and_holds_the_present_trip_once() => Assert.All(
        Cases.Value.SelectMany(one => new[] { one.Curves.ByLength, one.Curves.BySize }),
        curve =>
        {
            Assert.InRange(curve.Length, 1, CostCurves.MostPoints);
            Assert.Equal(curve.Select(point => point.Value).Distinct().Order(), curve.Select(point => point.Value));
            Assert.Single(curve, point => point.IsPresent);
        });

    [Fact]
    public void Strategies_that_cannot_serve_are_met_and_have_no_price()
    {
        Assert.Contains(
            All(), one => one.Point.Prices.Any(price => price.Yen is null) && one.Point.Prices.Any(price => price.Yen is not null));
        Assert.All(Curves(A.Trip(Ann.WithoutEsim()), Line).ByLength, point => Assert.All(point.Prices, price => Assert.Null(price.Yen)));
    }

    /// <summary>2¹¹ sub-parties.</summary>
    [Fact]
    public void A_party_too_various_is_skipped_and_says_so()
    {
        var travelers = Enumerable.Range(0, 11).Select(person => A.Traveler("p" + person, 0.1 + (person / 100.0))).ToArray();
        var curves = Curves(A.Trip(travelers), Line);

        Assert.True(curves.IsSkipped);
        Assert.Empty(curves.ByLength);
        Assert.Empty(curves.BySize);
        Assert.True(CostCurves.Of(A.Advise(A.Trip(Ann, Ben), A.Catalog(Line)), mostSubParties: 1).IsSkipped);
    }

    /// <summary>Day 16 of 30 has come: shorter would have ended already.</summary>
    [Fact]
    public void A_trip_under_way_does_not_end_before_today()
    {
        var advice = A.Advise(A.Days(30).For(Ann, Ben), A.Catalog(Line)).On(new DateOnly(2027, 4, 16));

        Assert.All(CostCurves.Of(advice).ByLength, point => Assert.InRange(point.Value, 16, 60));
    }

    private static CostCurves Curves(Trip trip, params Plan[] plans) => CostCurves.Of(A.Advise(trip, A.Catalog(plans)));

    private static IEnumerable<double?> Yens(CurvePoint point) => point.Prices.Select(price => price.Yen);

    private static IEnumerable<(Recommendation Advice, Trip Altered, CurvePoint Point)> All() =>
        from one in Cases.Value
        from point in one.Curves.ByLength.Select(point => (Altered: one.Advice.Trip.WithDays(point.Value), Point: point))
            .Concat(one.Curves.BySize.Select(point => (Altered: one.Advice.Trip.WithPeople(point.Value), Point: point)))
        select (one.Advice, point.Altered, point.Point);
}
