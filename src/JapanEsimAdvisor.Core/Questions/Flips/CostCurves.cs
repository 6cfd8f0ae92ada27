using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// The price of each of the four strategies for other lengths of the stay and other sizes of the party. Each altered
/// trip (<see cref="AlteredTrip"/>) is solved in full.
/// </summary>
/// <param name="ByLength">By days in Japan, ascending, with the present length.</param>
/// <param name="BySize">By people, ascending, with the present size.</param>
/// <param name="IsSkipped">
/// True where the party has too many sub-parties to solve other trips in time. Both curves are then empty.
/// </param>
public sealed record CostCurves(ImmutableArray<CurvePoint> ByLength, ImmutableArray<CurvePoint> BySize, bool IsSkipped)
{
    /// <summary>Most points of one curve.</summary>
    public const int MostPoints = 12;

    /// <summary>A curve extends at least to this number of days.</summary>
    private const int LeastFarthestDays = 14;

    /// <summary>A curve extends at least to this number of people.</summary>
    private const int LeastFarthestPeople = 6;

    private static readonly CostCurves Skipped = new([], [], true);

    /// <summary>The curves of a recommendation.</summary>
    /// <param name="advice">The recommendation.</param>
    /// <param name="mostSubParties">
    /// Largest number of sub-parties of the party for which curves are computed, at most
    /// <see cref="FlipPoints.MostSubParties"/>. Altered parties with more are left out.
    /// </param>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public static CostCurves Of(Recommendation advice, int mostSubParties = FlipPoints.MostSubParties)
    {
        if (advice.Pods.SubParties.Count > Math.Min(mostSubParties, FlipPoints.MostSubParties))
        {
            return Skipped;
        }

        var memory = new SearchMemory();
        return new CostCurves(
            Curve(advice, ProbeScale.Length(advice.Trip, advice.Today), LeastFarthestDays, memory.WithoutBundles()),
            Curve(advice, ProbeScale.GroupSize(advice.Trip), LeastFarthestPeople, memory),
            false);
    }

    private static ImmutableArray<CurvePoint> Curve(Recommendation advice, ProbeScale scale, int leastFarthest, SearchMemory memory) =>
        [.. Values(scale, leastFarthest).Select(value => PointAt(advice, scale, value, memory)).OfType<CurvePoint>()];

    /// <summary>Values in equal steps, with the present value, up to twice the present value.</summary>
    private static IEnumerable<int> Values(ProbeScale scale, int leastFarthest)
    {
        var present = (int)scale.Present;
        var least = scale.Below.IsEmpty ? present : (int)scale.Below[^1];
        var most = Math.Min(Math.Max(2 * present, leastFarthest), scale.Above.IsEmpty ? present : (int)scale.Above[^1]);
        var step = Math.Max(1, (int)Math.Ceiling((most - least) / (MostPoints - 1.0)));
        for (var value = present - ((present - least) / step * step); value <= most; value += step)
        {
            yield return value;
        }
    }

    /// <summary>The point at a value; null where the altered party has too many sub-parties.</summary>
    private static CurvePoint? PointAt(Recommendation advice, ProbeScale scale, int value, SearchMemory memory)
    {
        if (value == (int)scale.Present)
        {
            var prices = advice.Answers.Select(answer => new CurvePrice(answer.Strategy, answer.Basket));
            return new CurvePoint(value, true, advice.Trip, [.. prices]);
        }

        var trip = scale.At(value);
        return SolvedParty.SubPartiesOf(trip, advice.Catalog) > FlipPoints.MostSubParties
            ? null
            : Solve(value, trip, advice, memory);
    }

    private static CurvePoint Solve(int value, Trip trip, Recommendation advice, SearchMemory memory)
    {
        var party = advice.Party.For(trip, memory);
        var prices = Strategies.Four(party.Types, party.Pods).Select(strategy => PriceOf(strategy, party));
        return new CurvePoint(value, false, trip, [.. prices]);
    }

    private static CurvePrice PriceOf(Strategy strategy, SolvedParty party) => new(
        strategy.Name,
        BestPods.Of(party.Pods, strategy) is { } found ? Basket.Place(found, party.Types, party.Trip.Travelers) : null);
}

/// <summary>The four strategies at one length or size.</summary>
/// <param name="Value">Number of days or people.</param>
/// <param name="IsPresent">True for the trip of the request.</param>
/// <param name="Trip">The altered trip.</param>
/// <param name="Prices">Always four, in this order: per-person, shared-hotspot, pocket-wifi, mix.</param>
public sealed record CurvePoint(int Value, bool IsPresent, Trip Trip, ImmutableArray<CurvePrice> Prices);

/// <summary>The price of a strategy at one point.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="Basket">Its best basket; null where the strategy cannot serve the party.</param>
public sealed record CurvePrice(string Strategy, Basket? Basket)
{
    /// <summary>
    /// Unrounded yen for all people and the whole trip, without top-ups and inconvenience; null where the strategy
    /// cannot serve the party.
    /// </summary>
    public double? Yen => Basket?.Price;
}
