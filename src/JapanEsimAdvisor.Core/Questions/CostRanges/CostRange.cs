using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.CostRanges;

/// <summary>
/// Quantiles of the amount that a party pays for a basket, unrounded yen: price, top-ups and pay as you go, without
/// inconvenience. Where more use costs nothing more, all three are the price.
/// </summary>
/// <param name="P10">The 10% quantile: one trip in ten costs no more.</param>
/// <param name="P50">The median: half of the trips cost no more.</param>
/// <param name="P90">The 90% quantile: nine trips in ten cost no more.</param>
public sealed record CostRange(double P10, double P50, double P90)
{
    /// <summary>Standard deviations to each side of the center.</summary>
    private const double Reach = 6;

    private const double LeastStep = 0.02;

    /// <summary>The range of a basket.</summary>
    public static CostRange Of(Basket basket, ImmutableArray<HostLines> hosts, UsageSpread spread)
    {
        var surely = basket.InCanonicalOrder.Sum(placed => (placed.Pod.Bundle?.FixedYen ?? 0) * placed.Times);
        var extra = ExtraYen(basket, hosts, spread);
        return new CostRange(surely + extra.Quantile(0.1), surely + extra.Quantile(0.5), surely + extra.Quantile(0.9));
    }

    /// <summary>
    /// The distribution of the yen that depend on use. The pods depend on each other only through the factor G of the
    /// whole trip. For a known G the sums are independent, and the result is the mixture over G.
    /// </summary>
    public static AmountDistribution ExtraYen(Basket basket, ImmutableArray<HostLines> hosts, UsageSpread spread)
    {
        var spending = basket.InCanonicalOrder
            .Select(placed => (Spend: PodSpend.Of(placed.Pod, hosts), placed.Times))
            .Where(pod => pod.Spend is not null)
            .Select(pod => (Spend: pod.Spend!, pod.Times))
            .ToList();
        return spending switch
        {
            [] => AmountDistribution.Nothing,
            [(var only, 1)] => only.Yen(only.Extra.Whole()),
            _ => OverTrips(spending, spread),
        };
    }

    private static AmountDistribution OverTrips(List<(PodSpend Spend, int Times)> spending, UsageSpread spread)
    {
        var sigma = ExtraUse.SpreadOf(spread.WholeTrip * spread.WholeTrip);
        var change = spending.Min(pod => pod.Spend.Extra.OwnNoise) / Math.Sqrt(spending.Sum(pod => pod.Times));
        var step = Math.Max(LeastStep, ExtraUse.Step(sigma, change) / sigma);
        var nodes = (int)Math.Ceiling(Reach / step);
        var (totals, weights) = (new AmountDistribution[(2 * nodes) + 1], new double[(2 * nodes) + 1]);
        for (var node = -nodes; node <= nodes; node++)
        {
            var z = node * step;
            weights[node + nodes] = Math.Exp(-z * z / 2);
            totals[node + nodes] = Total(spending, Math.Exp((sigma * z) - (sigma * sigma / 2)));
        }

        return AmountDistribution.Mix(totals, weights);
    }

    private static AmountDistribution Total(List<(PodSpend Spend, int Times)> spending, double factor)
    {
        AmountDistribution? total = null;
        foreach (var (spend, times) in spending)
        {
            var pods = spend.Yen(spend.Extra.GivenWholeTrip(factor)).Times(times);
            total = total?.Plus(pods) ?? pods;
        }

        return total!;
    }

    /// <summary>The part of the price of one pod that depends on use.</summary>
    /// <param name="Extra">Distribution of the packs or gigabytes that are bought besides the bundle.</param>
    /// <param name="YenEach">Unrounded yen for one pack or gigabyte.</param>
    private sealed record PodSpend(ExtraUse Extra, double YenEach)
    {
        public AmountDistribution Yen(AmountDistribution extra) => extra.Scaled(YenEach);

        /// <summary>Null where the price does not depend on use.</summary>
        public static PodSpend? Of(Pod pod, ImmutableArray<HostLines> hosts)
        {
            if (pod.Bundle is not { } bundle || pod.Demand.GbPerDay <= 0)
            {
                return null;
            }

            if (bundle.YenPerGb > 0)
            {
                var wholeStay = new CycleUse([new CycleRun(1, bundle.DemandDays, 0)], 1);
                return new PodSpend(ExtraUse.Gigabytes(wholeStay, pod.Demand), bundle.YenPerGb);
            }

            return bundle.Shortage switch
            {
                { TopsUp: false } => null,
                { After: AfterAction.Charged, YenPerExtraGb: { } yen and > 0 } =>
                    new PodSpend(ExtraUse.Gigabytes(bundle.Use, pod.Demand), yen),
                _ when hosts[pod.HostType].TopUps.For(bundle, ServesClients(pod, hosts[pod.HostType])) is { Yen: > 0 } pack =>
                    new PodSpend(ExtraUse.Packs(bundle.Use, pod.Demand, pack.Gb), pack.Yen),
                _ => null,
            };
        }

        private static bool ServesClients(Pod pod, HostLines host) =>
            pod.Kind == PodKind.Hotspot || (pod.Kind is PodKind.OwnEsim or PodKind.OwnOther && host.Type.ConnectingDevices > 0);
    }
}
