using System.Collections.Concurrent;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>A plan that may be advised, with what does not depend on stay or buyer.</summary>
/// <param name="Class">Index of its <see cref="OfferClass"/>.</param>
/// <param name="CappedLikeness">The same for plans that <see cref="Dominance"/> may compare where their allowance is capped.</param>
/// <param name="FreeLikeness">The same where nothing is capped.</param>
public sealed record Offer(PlanTerms Terms, int Class, int CappedLikeness, int FreeLikeness)
{
    public int LikenessOf(Bundle bundle) => bundle.Cycles.IsEmpty ? FreeLikeness : CappedLikeness;
}

/// <summary>What of a catalog's bundles depends on no stay: made once for a catalog.</summary>
public sealed class CatalogOffers
{
    private readonly CatalogSnapshot _catalog;

    private readonly ConcurrentDictionary<string, TopUpPrices> _topUps = new(StringComparer.Ordinal);

    public CatalogOffers(CatalogSnapshot catalog)
    {
        _catalog = catalog;
        var plans = catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null).ToList();
        Classes = OfferClass.Of(plans, catalog);
        var classOf = Classes.SelectMany((offers, index) => offers.Plans.Select(plan => (plan.Id, index))).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var known = new Dictionary<Likeness, int>();
        Offers = [.. plans.Select(plan => new Offer(new PlanTerms(plan, catalog), classOf[plan.Id], Number(known, plan, true), Number(known, plan, false)))];
        Packs = SellerPacks.Of(Offers, catalog.Rates);
    }

    /// <summary>Plans that may be advised, in catalog order.</summary>
    public ImmutableArray<Offer> Offers { get; }

    /// <summary>Plans that the same people may buy.</summary>
    public ImmutableArray<OfferClass> Classes { get; }

    /// <summary>Data packs by seller.</summary>
    public ImmutableArray<SellerPacks> Packs { get; }

    /// <summary>What running out costs a buyer of these classes.</summary>
    /// <param name="key">Of the classes.</param>
    /// <param name="eligible">By class.</param>
    public TopUpPrices TopUps(string key, bool[] eligible) => _topUps.GetOrAdd(
        key,
        _ => new TopUpPrices(Classes.Where((_, index) => eligible[index]).SelectMany(offers => offers.Plans), _catalog));

    private int Number(Dictionary<Likeness, int> known, Plan plan, bool isCapped)
    {
        var likeness = Likeness.Of(plan, isCapped, _catalog.Rates);
        return known.TryGetValue(likeness, out var number) ? number : known[likeness] = known.Count;
    }
}
