using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Core.Questions.Flips;

/// <summary>
/// When the advice changes: for daily use, hours apart, length and group size, the nearest values below and above the
/// present value at which another strategy is recommended. The search solves altered trips and uses no formula
/// (decision model, section 5).
/// </summary>
/// <param name="Points">By factor in the order above. For each factor, below comes first.</param>
/// <param name="Sharing">By factor, at most one on each side of the present value, the nearer one first.</param>
/// <param name="IsSkipped">
/// True where the party has too many sub-parties to solve other trips in time. Both lists are then empty.
/// </param>
public sealed record FlipPoints(ImmutableArray<FlipPoint> Points, ImmutableArray<SharingBreakEven> Sharing, bool IsSkipped)
{
    /// <summary>Largest number of sub-parties for which altered trips are solved.</summary>
    public const int MostSubParties = 1_024;

    private static readonly FlipPoints Skipped = new([], [], true);

    private static readonly FlipPoints None = new([], [], false);

    /// <summary>The flips of a recommendation.</summary>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public static FlipPoints Of(Recommendation advice) => Of(advice, MostSubParties);

    /// <summary>The flips of a recommendation.</summary>
    /// <param name="advice">The recommendation.</param>
    /// <param name="mostSubParties">
    /// Largest number of sub-parties of the party for which flips are searched, at most <see cref="MostSubParties"/>.
    /// </param>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
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

    /// <summary>
    /// Empty where travelers state different hours apart and the advice for their mean is already another strategy.
    /// </summary>
    private static IEnumerable<FlipPoint> PointsOf(ProbeScale scale, Probes probes, string from) =>
        probes.At(scale, scale.Present)?.Recommended == from
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

    private static IEnumerable<SharingBreakEven> BreakEvensOf(ProbeScale scale, Probes probes) =>
        probes.At(scale, scale.Present)?.SharingPays is { } pays
            ? Enum.GetValues<FlipDirection>()
                .Select(direction => (Direction: direction, Far: FarOf(scale, direction, probes, pays)))
                .Where(found => found.Far is { } far && probes.At(scale, far)!.SharingPays is not null)
                .Select(found => (found.Direction, Far: found.Far!.Value))
                .OrderBy(found => Distance(scale, found.Far))
                .Select(found => new SharingBreakEven(
                    scale.Factor, found.Direction, found.Far, pays == (found.Direction == FlipDirection.Above)))
            : [];

    private static double? FarOf(ProbeScale scale, FlipDirection direction, Probes probes, bool? pays) =>
        new FlipSearch(scale, probes).Nearest(direction, probe => probe.SharingPays, pays)?.Far;

    /// <summary>Distance from the present value. For use it is the ratio, for other factors the difference.</summary>
    private static double Distance(ProbeScale scale, double value) =>
        scale.Factor == FlipFactor.DailyUse ? Math.Abs(Math.Log(value / scale.Present)) : Math.Abs(value - scale.Present);
}
