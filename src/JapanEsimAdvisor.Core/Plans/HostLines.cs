using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans.Eligibility;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>What one type of traveler may buy, cheapest first.</summary>
public sealed record HostLines(TravelerType Type, LinePool Pool, Buyer Buyer)
{
    public ImmutableArray<Bundle> Lines => Pool.Lines;

    public ImmutableArray<Bundle> Routers => Pool.Routers;

    public TopUpPrices TopUps => Pool.TopUps;

    public static HostLines Of(TravelerType type, Buyer buyer, BundleCatalog bundles) => Of(type, buyer, bundles, Eligible(buyer, bundles));

    /// <param name="eligible">As <see cref="Eligible"/> tells.</param>
    public static HostLines Of(TravelerType type, Buyer buyer, BundleCatalog bundles, bool[] eligible) =>
        new(type, bundles.Pool(eligible, type.Phone.EsimStored), buyer);

    /// <summary>By class, whether every rule allows the buyer to have it.</summary>
    public static bool[] Eligible(Buyer buyer, BundleCatalog bundles)
    {
        var eligible = new bool[bundles.Classes.Length];
        for (var index = 0; index < eligible.Length; index++)
        {
            eligible[index] = EligibilityRule.AllAllow(bundles.Classes[index].Sample, buyer);
        }

        return eligible;
    }

    /// <summary>Every plan that was turned down, by the first rule that says no; reckoned when asked for.</summary>
    public IEnumerable<Rejection> Rejections => Buyer.Catalog.Plans.Select(plan => EligibilityRule.FirstNo(plan, Buyer)).OfType<Rejection>();
}
