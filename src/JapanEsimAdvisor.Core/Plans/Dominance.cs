using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Leaves out dominated bundles. Another bundle with the same cycles, the same end and the same top-up dominates one if
/// it costs no more, causes no more inconvenience and gives no less data. Every figure of a pod falls with the
/// gigabytes and rises with price and inconvenience. So the optimum and the frontier do not change.
/// </summary>
public static class Dominance
{
    /// <summary>The entries with undominated bundles, in the same order.</summary>
    /// <param name="entries">Ordered by fixed cost, then plan id.</param>
    /// <param name="bundleOf">The bundle of an entry.</param>
    /// <param name="alike">
    /// A key. Only entries with equal keys are compared, by price, inconvenience and gigabytes. It contains
    /// <see cref="Likeness"/> and the clock days.
    /// </param>
    public static IEnumerable<T> Filter<T, TKey>(IEnumerable<T> entries, Func<T, Bundle> bundleOf, Func<T, TKey> alike)
        where TKey : notnull
    {
        var undominated = new Dictionary<TKey, List<Bundle>>();
        foreach (var entry in entries)
        {
            var (bundle, key) = (bundleOf(entry), alike(entry));
            if (!undominated.TryGetValue(key, out var rivals))
            {
                undominated[key] = rivals = [];
            }

            if (!IsDominated(bundle, rivals))
            {
                rivals.Add(bundle);
                yield return entry;
            }
        }
    }

    /// <summary>
    /// True where <paramref name="one"/> is at least as good in price, inconvenience and data. The caller checks that
    /// the two may be compared.
    /// </summary>
    public static bool Dominates(Bundle one, Bundle other) =>
        one.FixedYen <= other.FixedYen
        && one.SetUpInconvenienceYen <= other.SetUpInconvenienceYen
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

    /// <summary>True for the same cycles, each with at least as much data.</summary>
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

/// <summary>
/// Facts of a bundle's first plan. Two bundles with equal facts and equal clock days may be compared by price,
/// inconvenience and gigabytes alone.
/// </summary>
/// <param name="Medium">How the plan connects.</param>
/// <param name="Shortage">What happens after the allowance.</param>
/// <param name="Policy">Tethering rule.</param>
/// <param name="MayServe">Whether the plan may serve clients.</param>
/// <param name="Router">Facts of the router.</param>
/// <param name="YenPerGb">Unrounded yen for one GB of pay as you go; else 0.</param>
/// <param name="TopUpGb">GB of the seller's own top-up.</param>
/// <param name="TopUpPrice">Price of the seller's own top-up.</param>
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
    /// <summary>The facts of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isCapped">Whether the bundle has an allowance with a limit.</param>
    /// <param name="rates">Rates for yen.</param>
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
