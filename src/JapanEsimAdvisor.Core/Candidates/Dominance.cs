using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>
/// Leaves out bundles that no pod could prefer: another one with the same cycles, the same end and the same top-up costs no more, is no more hassle and
/// gives no less. Every figure of a pod falls with the gigabytes and rises with price and hassle, so the optimum and the frontier stay what they are.
/// </summary>
public static class Dominance
{
    /// <param name="bundles">By fixed cost, then plan id; the order is kept.</param>
    public static ImmutableArray<Bundle> Filter(ImmutableArray<Bundle> bundles)
    {
        var kept = new Dictionary<Shape, List<Bundle>>();
        var result = ImmutableArray.CreateBuilder<Bundle>();
        foreach (var bundle in bundles)
        {
            var shape = Shape.Of(bundle);
            if (!kept.TryGetValue(shape, out var rivals))
            {
                kept[shape] = rivals = [];
            }

            if (!rivals.Exists(rival => Dominates(rival, bundle)))
            {
                rivals.Add(bundle);
                result.Add(bundle);
            }
        }

        return result.ToImmutable();
    }

    private static bool Dominates(Bundle one, Bundle other) =>
        one.FixedYen <= other.FixedYen
        && one.SetUpHassleYen <= other.SetUpHassleYen
        && GivesNoLess(one.Cycles, other.Cycles)
        && GivesNoLess(one.TetherCycles, other.TetherCycles);

    /// <summary>The same cycles, each with at least as much data.</summary>
    private static bool GivesNoLess(ImmutableArray<CycleRun> one, ImmutableArray<CycleRun> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var run = 0; run < one.Length; run++)
        {
            if (one[run].Count != other[run].Count || one[run].Days != other[run].Days || one[run].Gb < other[run].Gb)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What must be equal for two bundles to be compared by price, hassle and gigabytes alone.</summary>
    private readonly record struct Shape(
        Medium Medium,
        int ClockDays,
        Shortage Shortage,
        TetherPolicy Policy,
        bool MayServe,
        Router? Router,
        double YenPerGb,
        double? TopUpGb,
        Units.Money? TopUpPrice)
    {
        public static Shape Of(Bundle bundle) => new(
            bundle.Plan.Medium,
            bundle.ClockDays,
            bundle.Shortage,
            bundle.Plan.Tethering.Policy,
            bundle.Plan.Tethering.MayServe,
            bundle.Plan.Router,
            bundle.YenPerGb,
            bundle.Plan.TopUp.Gb,
            bundle.Plan.TopUp.Price);
    }
}
