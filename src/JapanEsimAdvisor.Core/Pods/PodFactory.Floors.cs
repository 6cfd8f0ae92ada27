using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>What can be told of a pod without reckoning it in full, so that a search may pass it over and stay exact.</summary>
public sealed partial class PodFactory
{
    /// <summary>More than the 21 nodes of the chance over several cycles are off from the closed form of one, and than sums are by rounding.</summary>
    private const double QuadratureError = 0.02;

    /// <summary>More than what is reckoned in full can stay below its floor by rounding, relative to the floor.</summary>
    private const double RoundingError = 1e-6;

    /// <summary>Yen by which a floor, summed in another order, may pass the total it is a floor of.</summary>
    private const double RoundingYen = 1e-6;

    /// <summary>Yen below which no pod with this bundle can come.</summary>
    public double AtLeast(in PodFrame frame, Bundle bundle) => frame.Cost.Total + bundle.FixedYen + (bundle.SetUpHassleYen * _factor);

    /// <summary>
    /// True only where the pod with this bundle costs more than so many yen, its use counted: first by the mean use past the allowance, which is never
    /// more than what is topped up (Jensen's inequality), then by the expected use past it, reckoned in closed form.
    /// </summary>
    public bool SurelyCostsMoreThan(double yen, in PodFrame frame, Bundle bundle)
    {
        var fixedYen = frame.Cost.Total + bundle.YenAt(frame.Demand.GbPerDay) + (bundle.SetUpHassleYen * _factor);
        if (fixedYen > yen + RoundingYen)
        {
            return true;
        }

        var limitedYen = LimitedDaysAtLeast(frame, bundle);
        return fixedYen + limitedYen + TopUpsOfMeanUse(frame, bundle) > yen + RoundingYen
            || fixedYen + limitedYen + TopUpsAtLeast(frame, bundle) > yen + RoundingYen;
    }

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

    private double TopUpsOfMeanUse(in PodFrame frame, Bundle bundle)
    {
        var excess = bundle.Shortage.TopsUp ? ShortageModel.ExcessOfMeanGb(bundle.Use, frame.Demand) : 0;
        return excess <= 0 ? 0
            : bundle.Shortage is { After: AfterAction.Charged, YenPerExtraGb: { } yenPerGb } ? excess * yenPerGb
            : TopUpOf(frame, bundle) is { } pack ? excess / pack.Gb * (1 - RoundingError) * pack.Yen
            : 0;
    }

    private double TopUpsAtLeast(in PodFrame frame, Bundle bundle)
    {
        if (!bundle.Shortage.TopsUp || frame.Demand.GbPerDay <= 0)
        {
            return 0;
        }

        var yen = bundle.Shortage is { After: AfterAction.Charged, YenPerExtraGb: { } yenPerGb }
            ? ShortageModel.ShortfallGb(bundle.Use, frame.Demand) * yenPerGb
            : TopUpOf(frame, bundle) is { } pack ? ShortageModel.TopUpsAtLeast(bundle.Use, frame.Demand, pack.Gb) * pack.Yen
            : 0;
        return yen * (1 - RoundingError);
    }

    private (double Gb, double Yen)? TopUpOf(in PodFrame frame, Bundle bundle) =>
        hosts[frame.Host].TopUps.For(bundle, frame.Kind != PodKind.Router && frame.Connections > 0);

    private double LimitedDaysAtLeast(in PodFrame frame, Bundle bundle) => bundle.Shortage.LimitsDays
        ? ShortageModel.LimitedDaysAtLeast(bundle.Use, frame.Demand) * frame.PeopleWithUse * _tariff.LimitedDay(bundle.Shortage.After, bundle.Shortage.Kbps) * _factor
        : 0;
}
