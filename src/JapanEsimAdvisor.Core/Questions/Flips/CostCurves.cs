using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// What each of the four strategies costs a party that stays longer or shorter, or is larger or smaller: altered trips
/// (<see cref="AlteredTrip"/>), each solved as the whole advice solves it.
/// </summary>
/// <param name="ByLength">By days in Japan, ascending; the present length is among them.</param>
/// <param name="BySize">By people, ascending; the present size is among them.</param>
/// <param name="IsSkipped">True where the party is too various to solve other trips in good time; then there is nothing else.</param>
public sealed record CostCurves(ImmutableArray<CurvePoint> ByLength, ImmutableArray<CurvePoint> BySize, bool IsSkipped)
{
    /// <summary>Points of one curve at most.</summary>
    public const int MostPoints = 12;

    /// <summary>A short trip and a small party are followed at least so far.</summary>
    private const int LeastFarthestDays = 14;

    private const int LeastFarthestPeople = 6;

    private static readonly CostCurves Skipped = new([], [], true);

    /// <param name="mostSubParties">The party's sub-parties past which nothing is solved, at most <see cref="FlipPoints.MostSubParties"/>; larger altered parties are left out.</param>
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

    /// <summary>Equal steps through the present value, up to twice of it.</summary>
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

    /// <summary>Null where the altered party is too various.</summary>
    private static CurvePoint? PointAt(Recommendation advice, ProbeScale scale, int value, SearchMemory memory)
    {
        if (value == (int)scale.Present)
        {
            return new CurvePoint(value, true, advice.Trip, [.. advice.Answers.Select(answer => new CurvePrice(answer.Strategy, answer.Basket))]);
        }

        var trip = scale.At(value);
        return SolvedParty.SubPartiesOf(trip, advice.Catalog) > FlipPoints.MostSubParties ? null : Solve(value, trip, advice, memory);
    }

    private static CurvePoint Solve(int value, Trip trip, Recommendation advice, SearchMemory memory)
    {
        var party = advice.Party.For(trip, memory);
        return new CurvePoint(value, false, trip, [.. Strategies.Four(party.Types, party.Pods).Select(strategy => PriceOf(strategy, party))]);
    }

    private static CurvePrice PriceOf(Strategy strategy, SolvedParty party) =>
        new(strategy.Name, BestPods.Of(party.Pods, strategy) is { } found ? Basket.Place(found, party.Types, party.Trip.Travelers) : null);
}

/// <summary>The four strategies for one length or size.</summary>
/// <param name="Value">Days or people.</param>
/// <param name="IsPresent">True for the trip as asked for.</param>
/// <param name="Trip">The altered trip.</param>
/// <param name="Prices">per-person, shared-hotspot, pocket-wifi, mix: always all four, in this order.</param>
public sealed record CurvePoint(int Value, bool IsPresent, Trip Trip, ImmutableArray<CurvePrice> Prices);

/// <summary>What a strategy costs at one point.</summary>
/// <param name="Basket">Null where the strategy cannot serve the party.</param>
public sealed record CurvePrice(string Strategy, Basket? Basket)
{
    /// <summary>Unrounded yen, for everybody and the whole trip, without top-ups and hassle; null where the strategy cannot serve the party.</summary>
    public double? Yen => Basket?.Price;
}
