using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates.Eligibility;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>What one type of traveler may buy, cheapest first, and what was turned down.</summary>
public sealed record HostLines(
    TravelerType Type,
    ImmutableArray<Bundle> Lines,
    ImmutableArray<Bundle> Routers,
    TopUpPrices TopUps,
    ImmutableArray<Rejection> Rejections)
{
    public static HostLines Of(TravelerType type, Buyer buyer, BundleCatalog bundles)
    {
        var rejections = ImmutableArray.CreateBuilder<Rejection>();
        var eligible = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plan in buyer.Catalog.Plans)
        {
            if (EligibilityRule.FirstNo(plan, buyer) is { } no)
            {
                rejections.Add(no);
            }
            else
            {
                eligible.Add(plan.Id);
            }
        }

        var affordable = bundles.All.Where(bundle => bundle.Items.All(item => eligible.Contains(item.Plan.Id)) && Fits(bundle, type)).ToList();
        return new HostLines(
            type,
            Dominance.Filter([.. affordable.Where(bundle => bundle.Plan.Medium != Medium.PocketWifi)]),
            Dominance.Filter([.. affordable.Where(bundle => bundle.Plan.Medium == Medium.PocketWifi)]),
            new TopUpPrices(buyer.Catalog.Plans.Where(plan => eligible.Contains(plan.Id)), buyer.Catalog),
            rejections.ToImmutable());
    }

    private static bool Fits(Bundle bundle, TravelerType type) =>
        bundle.Plan.Medium != Medium.Esim || bundle.SetUps <= type.Phone.EsimStored;
}
