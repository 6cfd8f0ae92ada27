using System.Collections.Concurrent;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>A plan that may be advised, with the facts that do not depend on stay or buyer.</summary>
/// <param name="Terms">Price, fees and set-up of the plan.</param>
/// <param name="Class">Index of its <see cref="PlanClass"/>.</param>
/// <param name="CappedLikeness">Number of its <see cref="Likeness"/> where the allowance is capped.</param>
/// <param name="FreeLikeness">Number of its <see cref="Likeness"/> where nothing is capped.</param>
public sealed record PlanOffer(PlanTerms Terms, int Class, int CappedLikeness, int FreeLikeness)
{
    /// <summary>
    /// Number of the likeness for a bundle of this plan. <see cref="Dominance"/> compares bundles with the same number.
    /// </summary>
    public int LikenessOf(Bundle bundle) => bundle.Cycles.IsEmpty ? FreeLikeness : CappedLikeness;
}

/// <summary>
/// The facts about the plans of a catalog that do not depend on a stay. Created once for a catalog. Safe for use by
/// several threads.
/// </summary>
public sealed class CatalogOffers
{
    private readonly CatalogSnapshot _catalog;

    private readonly ConcurrentDictionary<string, TopUpPrices> _topUps = new(StringComparer.Ordinal);

    /// <summary>Prepares the plans of a catalog.</summary>
    public CatalogOffers(CatalogSnapshot catalog)
    {
        _catalog = catalog;
        var plans = catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null).ToList();
        Classes = PlanClass.Of(plans, catalog);
        var classOf = Classes
            .SelectMany((plansOfClass, index) => plansOfClass.Plans.Select(plan => (plan.Id, index)))
            .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var known = new Dictionary<Likeness, int>();
        Offers =
        [
            .. plans.Select(plan => new PlanOffer(
                new PlanTerms(plan, catalog), classOf[plan.Id], Number(known, plan, true), Number(known, plan, false))),
        ];
        Packs = SellerPacks.Of(Offers, catalog.Rates);
    }

    /// <summary>Plans that may be advised, in catalog order.</summary>
    public ImmutableArray<PlanOffer> Offers { get; }

    /// <summary>Classes of plans that the same people may buy.</summary>
    public ImmutableArray<PlanClass> Classes { get; }

    /// <summary>Data packs by seller.</summary>
    public ImmutableArray<SellerPacks> Packs { get; }

    /// <summary>Prices of top-ups for a buyer of some classes.</summary>
    /// <param name="key">Text that is unique for <paramref name="eligible"/>.</param>
    /// <param name="eligible">For each of <see cref="Classes"/>, whether the buyer may buy it.</param>
    public TopUpPrices TopUps(string key, bool[] eligible) => _topUps.GetOrAdd(
        key,
        _ => new TopUpPrices(Classes.Where((_, index) => eligible[index]).SelectMany(plans => plans.Plans), _catalog));

    private int Number(Dictionary<Likeness, int> known, Plan plan, bool isCapped)
    {
        var likeness = Likeness.Of(plan, isCapped, _catalog.Rates);
        return known.TryGetValue(likeness, out var number) ? number : known[likeness] = known.Count;
    }
}
