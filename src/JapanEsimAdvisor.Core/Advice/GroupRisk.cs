using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The risk of a whole basket (decision model, section 5).</summary>
/// <param name="ChanceOfRunningOut">
/// Chance that at least one pod runs out, 0 to 1; null where no pod has an allowance per plan or month.
/// </param>
/// <param name="LimitedDays">Expected limited days of the pod with the most; null where no pod limits days.</param>
/// <param name="FullSpeedShare">Share of the party's use that is served at full speed, 0 to 1.</param>
public sealed record GroupRisk(double? ChanceOfRunningOut, double? LimitedDays, double FullSpeedShare)
{
    /// <summary>The risk of a basket.</summary>
    /// <param name="basket">The basket.</param>
    /// <param name="spread">Coefficient of variation of the whole trip.</param>
    /// <param name="days">Number of days of use in the stay.</param>
    public static GroupRisk Of(Basket basket, UsageSpread spread, int days)
    {
        double use = 0;
        var limitedDays = default(double?);
        foreach (var placed in basket.InCanonicalOrder)
        {
            use += placed.Pod.Demand.GbPerDay * days * placed.Times;
            limitedDays = placed.Pod.Risk.LimitedDays is { } limited && !(limited <= limitedDays) ? limited : limitedDays;
        }

        return new GroupRisk(ChanceThatSomebodyRunsOut(basket, spread), limitedDays, ShareOf(basket.ShortfallGb, use));
    }

    /// <summary>Share of a use that is served at full speed, 0 to 1; 1 where nothing is used.</summary>
    public static double ShareOf(double shortfallGb, double useGb) => useGb > 0 ? Math.Clamp(1 - (shortfallGb / useGb), 0, 1) : 1;

    /// <summary><c>E_G[1 − Π(1 − p_pod | G)]</c> with the factor G that is common to the whole trip.</summary>
    private static double? ChanceThatSomebodyRunsOut(Basket basket, UsageSpread spread)
    {
        var exposed = basket.InCanonicalOrder.RemoveAll(placed => placed.Pod.Risk.ChanceOfRunningOut is null);
        if (exposed.IsEmpty)
        {
            return null;
        }

        var variance = Math.Log(1 + (spread.WholeTrip * spread.WholeTrip));
        double chance = 0;
        for (var node = 0; node < GaussHermite.Scores.Length; node++)
        {
            var factor = Math.Exp((Math.Sqrt(variance) * GaussHermite.Scores[node]) - (variance / 2));
            chance += GaussHermite.Weights[node] * (1 - ChanceThatAllLast(exposed, factor));
        }

        return Math.Clamp(chance, 0, 1);
    }

    private static double ChanceThatAllLast(ImmutableArray<PlacedPod> exposed, double factor)
    {
        double lasts = 1;
        foreach (var placed in exposed)
        {
            lasts *= Math.Pow(1 - ChanceGiven(placed.Pod, factor), placed.Times);
        }

        return lasts;
    }

    private static double ChanceGiven(Pod pod, double factor)
    {
        var all = ShortageModel.ChanceOfRunningOut(pod.Bundle!.Use, pod.Demand.GivenWholeTrip(factor));
        var clients = pod.ClientDemand.GbPerDay > 0
            ? ShortageModel.ChanceOfRunningOut(pod.Bundle.TetherUse, pod.ClientDemand.GivenWholeTrip(factor))
            : 0;
        return Math.Min(1, all + clients);
    }
}
