using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans.Eligibility;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>The bundles that one type of traveler may buy.</summary>
/// <param name="Type">The type.</param>
/// <param name="Pool">The bundles, shared by all types that may buy the same.</param>
/// <param name="Buyer">The type as a buyer, for the eligibility rules.</param>
public sealed record HostLines(TravelerType Type, LinePool Pool, Buyer Buyer)
{
    /// <summary>Bundles for a phone, cheapest first.</summary>
    public ImmutableArray<Bundle> Lines => Pool.Lines;

    /// <summary>Bundles of a rented router, cheapest first.</summary>
    public ImmutableArray<Bundle> Routers => Pool.Routers;

    /// <summary>Prices of top-ups.</summary>
    public TopUpPrices TopUps => Pool.TopUps;

    /// <summary>The bundles of a type, by the eligibility rules.</summary>
    public static HostLines Of(TravelerType type, Buyer buyer, BundleCatalog bundles) => Of(type, buyer, bundles, Eligible(buyer, bundles));

    /// <summary>The bundles of a type, for a known result of the rules.</summary>
    /// <param name="type">The type.</param>
    /// <param name="buyer">The type as a buyer.</param>
    /// <param name="bundles">All bundles for the stay.</param>
    /// <param name="eligible">Result of <see cref="Eligible"/>.</param>
    public static HostLines Of(TravelerType type, Buyer buyer, BundleCatalog bundles, bool[] eligible) =>
        new(type, bundles.Pool(eligible, type.Phone.EsimStored), buyer);

    /// <summary>
    /// For each of <see cref="BundleCatalog.Classes"/>, whether every rule allows the buyer to buy it.
    /// </summary>
    public static bool[] Eligible(Buyer buyer, BundleCatalog bundles)
    {
        var eligible = new bool[bundles.Classes.Length];
        for (var index = 0; index < eligible.Length; index++)
        {
            eligible[index] = EligibilityRule.AllAllow(bundles.Classes[index].Sample, buyer);
        }

        return eligible;
    }

    /// <summary>
    /// Every rejected plan, with the first rule that rejects it. Each enumeration asks the rules again.
    /// </summary>
    public IEnumerable<Rejection> Rejections =>
        Buyer.Catalog.Plans.Select(plan => EligibilityRule.FirstNo(plan, Buyer)).OfType<Rejection>();
}
