using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Leaves out bundles that no pod could prefer: another one with the same cycles, the same end and the same top-up costs no more, is no more hassle and
/// gives no less. Every figure of a pod falls with the gigabytes and rises with price and hassle, so the optimum and the frontier stay what they are.
/// </summary>
public static class Dominance
{
    /// <param name="entries">By fixed cost, then plan id; the order is kept.</param>
    /// <param name="bundleOf">The bundle of an entry.</param>
    /// <param name="alike">The same for entries that may be compared by price, hassle and gigabytes alone: <see cref="Likeness"/> and days of the clock.</param>
    public static IEnumerable<T> Filter<T, TKey>(IEnumerable<T> entries, Func<T, Bundle> bundleOf, Func<T, TKey> alike)
        where TKey : notnull
    {
        var kept = new Dictionary<TKey, List<Bundle>>();
        foreach (var entry in entries)
        {
            var (bundle, key) = (bundleOf(entry), alike(entry));
            if (!kept.TryGetValue(key, out var rivals))
            {
                kept[key] = rivals = [];
            }

            if (!IsDominated(bundle, rivals))
            {
                rivals.Add(bundle);
                yield return entry;
            }
        }
    }

    public static bool Dominates(Bundle one, Bundle other) =>
        one.FixedYen <= other.FixedYen
        && one.SetUpHassleYen <= other.SetUpHassleYen
        && GivesNoLess(one.Cycles, other.Cycles)
        && GivesNoLess(one.TetherCycles, other.TetherCycles);

    private static bool IsDominated(Bundle bundle, List<Bundle> rivals)
    {
        foreach (var rival in rivals)
        {
            if (Dominates(rival, bundle))
            {
                return true;
            }
        }

        return false;
    }

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
}

/// <summary>What of a bundle's first plan must be equal for two bundles of as many clock days to be compared by price, hassle and gigabytes alone.</summary>
public readonly record struct Likeness(
    Medium Medium,
    Shortage Shortage,
    TetherPolicy Policy,
    bool MayServe,
    Router? Router,
    double YenPerGb,
    double? TopUpGb,
    Money? TopUpPrice)
{
    /// <param name="isCapped">Whether anything of the bundle is capped.</param>
    public static Likeness Of(Plan plan, bool isCapped, ExchangeRates rates) => new(
        plan.Medium,
        Shortage.Of(plan, isCapped, rates),
        plan.Tethering.Policy,
        plan.Tethering.MayServe,
        plan.Router,
        plan is { Allowance.Kind: AllowanceKind.PayAsYouGo, PricePerGb: { } price } ? (double)rates.ToYen(price) : 0,
        plan.TopUp.Gb,
        plan.TopUp.Price);
}
