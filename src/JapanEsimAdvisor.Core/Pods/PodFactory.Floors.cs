using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// Bounds of a pod's figures that need little computation. A search can skip pods by these bounds and stay exact.
/// </summary>
public sealed partial class PodFactory
{
    /// <summary>
    /// Larger than the error of the rule with 21 nodes for several cycles, compared with the closed form of one cycle,
    /// and larger than rounding errors of sums.
    /// </summary>
    private const double QuadratureError = 0.02;

    /// <summary>
    /// Larger than the relative rounding error by which a full computation can be below its lower bound.
    /// </summary>
    private const double RoundingError = 1e-6;

    /// <summary>Yen by which a lower bound may exceed its total, because the sums have another order.</summary>
    private const double RoundingYen = 1e-6;

    /// <summary>A lower bound of the total of a pod with this bundle, unrounded yen.</summary>
    public double AtLeast(in PodFrame frame, Bundle bundle) =>
        frame.Cost.Total + bundle.FixedYen + (bundle.SetUpInconvenienceYen * _factor);

    /// <summary>
    /// True only where the pod with this bundle costs more than an amount, its use included. The first bound uses the
    /// excess of the mean use over the allowance, which is never more than the expected top-ups (Jensen's inequality).
    /// The second bound uses the expected excess in closed form.
    /// </summary>
    /// <param name="yen">Unrounded yen.</param>
    /// <param name="frame">The pod before its bundle.</param>
    /// <param name="bundle">The bundle.</param>
    public bool SurelyCostsMoreThan(double yen, in PodFrame frame, Bundle bundle)
    {
        var fixedYen = frame.Cost.Total + bundle.YenAt(frame.Demand.GbPerDay) + (bundle.SetUpInconvenienceYen * _factor);
        if (fixedYen > yen + RoundingYen)
        {
            return true;
        }

        var limitedYen = LimitedDaysAtLeast(frame, bundle);
        return fixedYen + limitedYen + TopUpsOfMeanUse(frame, bundle) > yen + RoundingYen
            || fixedYen + limitedYen + TopUpsAtLeast(frame, bundle) > yen + RoundingYen;
    }

    /// <summary>
    /// True only where the limit of the party is not met: one cycle alone runs out too often, or the mean use alone
    /// exceeds a daily allowance by too much.
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
        ? ShortageModel.LimitedDaysAtLeast(bundle.Use, frame.Demand)
            * frame.PeopleWithUse
            * _tariff.LimitedDay(bundle.Shortage.After, bundle.Shortage.Kbps)
            * _factor
        : 0;
}
