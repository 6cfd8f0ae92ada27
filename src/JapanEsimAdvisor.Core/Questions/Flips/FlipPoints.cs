using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// When the advice would change: for daily use, hours apart, length and group size the nearest value below and above the present one at which another
/// strategy is recommended, found by solving altered trips, not by formula (decision model, section 5).
/// </summary>
/// <param name="Points">By factor in the order above, below first.</param>
/// <param name="Sharing">By factor, at most one on each side of the trip as it is, the nearer first.</param>
/// <param name="IsSkipped">True where the party is too various to try other trips in good time; then there is nothing else.</param>
public sealed record FlipPoints(ImmutableArray<FlipPoint> Points, ImmutableArray<SharingBreakEven> Sharing, bool IsSkipped)
{
    /// <summary>Sub-parties up to which altered trips are solved.</summary>
    public const int MostSubParties = 1_024;

    private static readonly FlipPoints Skipped = new([], [], true);

    private static readonly FlipPoints None = new([], [], false);

    public static FlipPoints Of(Recommendation advice) => Of(advice, MostSubParties);

    /// <param name="mostSubParties">The party's sub-parties past which nothing is tried, at most <see cref="MostSubParties"/>.</param>
    public static FlipPoints Of(Recommendation advice, int mostSubParties)
    {
        if (advice.Pods.SubParties.Count > Math.Min(mostSubParties, MostSubParties))
        {
            return Skipped;
        }

        if (advice.Recommended is not { } from)
        {
            return None;
        }

        var probes = new Probes(advice);
        var scales = ProbeScale.For(advice.Trip, advice.Types, advice.Today).ToList();
        return new FlipPoints(
            [.. scales.SelectMany(scale => PointsOf(scale, probes, from))],
            [.. scales.SelectMany(scale => BreakEvensOf(scale, probes))],
            false);
    }

    /// <summary>None where people name different hours apart and the advice for all at their mean is another already.</summary>
    private static IEnumerable<FlipPoint> PointsOf(ProbeScale scale, Probes probes, string from) => probes.At(scale, scale.Present)?.Recommended == from
        ? Enum.GetValues<FlipDirection>().Select(direction => PointOf(scale, direction, probes, from)).OfType<FlipPoint>()
        : [];

    private static FlipPoint? PointOf(ProbeScale scale, FlipDirection direction, Probes probes, string from)
    {
        if (new FlipSearch(scale, probes).Nearest(direction, probe => probe.Recommended, from) is not { } change)
        {
            return null;
        }

        var to = probes.At(scale, change.Far)!.Recommended;
        return new FlipPoint(
            scale.Factor,
            direction,
            change.Far,
            from,
            to,
            probes.At(scale, change.GridNear)!.Saving(from, to),
            probes.At(scale, change.GridFar)!.Saving(to, from));
    }

    private static IEnumerable<SharingBreakEven> BreakEvensOf(ProbeScale scale, Probes probes) => probes.At(scale, scale.Present)?.SharingPays is { } pays
        ? Enum.GetValues<FlipDirection>()
            .Select(direction => (Direction: direction, Change: new FlipSearch(scale, probes).Nearest(direction, probe => probe.SharingPays, pays)))
            .Where(found => found.Change is { } change && probes.At(scale, change.Far)!.SharingPays is not null)
            .OrderBy(found => Distance(scale, found.Change!.Value.Far))
            .Select(found => new SharingBreakEven(scale.Factor, found.Direction, found.Change!.Value.Far, pays == (found.Direction == FlipDirection.Above)))
        : [];

    /// <summary>Use is compared by how many times, the rest by how much more or less.</summary>
    private static double Distance(ProbeScale scale, double value) =>
        scale.Factor == FlipFactor.DailyUse ? Math.Abs(Math.Log(value / scale.Present)) : Math.Abs(value - scale.Present);
}
