using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>What can be told of a pod without reckoning it in full, so that a search may pass it over and stay exact.</summary>
public sealed partial class PodFactory
{
    /// <summary>More than the 21 nodes of the chance over several cycles are off from the closed form of one, and than sums are by rounding.</summary>
    private const double QuadratureError = 0.02;

    /// <summary>The sum of top-ups is cut off far out; a floor must stay below it.</summary>
    private const double MostPacksOfAFloor = 50;

    /// <summary>Yen below which no pod with this bundle can come.</summary>
    public double AtLeast(in PodFrame frame, Bundle bundle) => frame.Cost.Total + bundle.FixedYen + (bundle.SetUpHassleYen * _factor);

    /// <summary>
    /// Yen below which the pod with this bundle cannot come, its use counted. By Jensen's inequality more is topped up than the mean use past the
    /// allowance, <c>Σ Q(g + k·s) ≥ (E[T] − g)/s</c>; limited days are at least those at the end of each cycle.
    /// </summary>
    public double AtLeastInUse(in PodFrame frame, Bundle bundle) =>
        AtLeast(frame, bundle) + (bundle.YenPerGb * frame.Demand.GbPerDay * _days) + TopUpsAtLeast(frame, bundle) + LimitedDaysAtLeast(frame, bundle);

    /// <summary>
    /// True only where the wish cannot be met: one cycle alone runs out too often, or the mean use alone passes a daily allowance too far.
    /// </summary>
    public bool IsSurelyUnmet(in PodFrame frame, Bundle bundle)
    {
        if (bundle.Shortage.RunsOut)
        {
            return MostLikelyToRunOut(frame, bundle) > trip.MaxChanceOfRunningOut + QuadratureError;
        }

        var use = frame.Demand.GbPerDay * _days;
        return ShortageModel.ExcessOfMeanGb(bundle.Use, frame.Demand) > ((1 - _tariff.MinimumFullSpeedShare) * use) + QuadratureError;
    }

    private static double MostLikelyToRunOut(in PodFrame frame, Bundle bundle)
    {
        double most = 0;
        for (var run = 0; run < bundle.Cycles.Length && frame.Demand.GbPerDay > 0; run++)
        {
            most = Math.Max(most, bundle.Use.Of(frame.Demand, run).ChanceOver(bundle.Cycles[run].Gb));
        }

        return most;
    }

    private double TopUpsAtLeast(in PodFrame frame, Bundle bundle)
    {
        var excess = bundle.Shortage.TopsUp ? ShortageModel.ExcessOfMeanGb(bundle.Use, frame.Demand) : 0;
        return (excess, bundle.Shortage) switch
        {
            ( <= 0, _) => 0,
            (_, { After: AfterAction.Charged, YenPerExtraGb: { } yenPerGb }) => excess * yenPerGb,
            _ => hosts[frame.Host].TopUps.For(bundle, frame.Kind != PodKind.Router && frame.Connections > 0) is { } pack
                ? Math.Min(excess / pack.Gb, MostPacksOfAFloor) * pack.Yen
                : 0,
        };
    }

    private double LimitedDaysAtLeast(in PodFrame frame, Bundle bundle) => bundle.Shortage.LimitsDays
        ? ShortageModel.LimitedDaysAtLeast(bundle.Use, frame.Demand) * frame.Members.PeopleWithUse * _tariff.LimitedDay(bundle.Shortage.After, bundle.Shortage.Kbps) * _factor
        : 0;
}
