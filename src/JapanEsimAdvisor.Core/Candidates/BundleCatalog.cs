using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>Every bundle of the catalog for one stay, by fixed cost, then plan id.</summary>
public sealed record BundleCatalog(ImmutableArray<Bundle> All)
{
    public static BundleCatalog For(Stay stay, CatalogSnapshot catalog, double factor)
    {
        var factory = new BundleFactory(stay, catalog, factor);
        var plans = catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null).ToList();
        return new BundleCatalog(
            [.. plans.SelectMany(factory.Of).Concat(Pairs(plans, factory))
                .OrderBy(bundle => bundle.FixedYen + (bundle.SetUpHassleYen * factor))
                .ThenBy(bundle => bundle.Plan.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Bundle> Pairs(List<Plan> plans, BundleFactory factory)
    {
        foreach (var seller in plans.Where(BundleFactory.MayPair).GroupBy(plan => plan.SellerId, StringComparer.Ordinal))
        {
            var packs = seller.ToList();
            for (var one = 0; one < packs.Count; one++)
            {
                for (var other = one + 1; other < packs.Count; other++)
                {
                    if (factory.Pair(packs[one], packs[other]) is { } pair)
                    {
                        yield return pair;
                    }
                }
            }
        }
    }
}
