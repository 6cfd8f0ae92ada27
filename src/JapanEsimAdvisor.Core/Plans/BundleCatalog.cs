using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// The bundles of a catalog for stays of one shape, ordered by fixed cost, then plan id. They do not depend on
/// travelers. So a cache holds them for each catalog and shape of stay, together with the bundles that each kind of
/// buyer may choose from.
/// </summary>
public sealed class BundleCatalog
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, BundleCatalogCache> Caches = [];

    private readonly CatalogOffers _offers;

    private readonly BundleFactory _factory;

    private readonly double _factor;

    private readonly ImmutableArray<Option> _undominated;

    private readonly Lazy<ImmutableArray<Bundle>> _all;

    private readonly ConcurrentDictionary<(string Classes, int EsimStored), LinePool> _pools = new();

    internal BundleCatalog(CatalogOffers offers, BundleFactory factory, Stay stay, double factor)
    {
        (_offers, _factory, _factor) = (offers, factory, factor);
        _undominated =
        [
            .. Dominance.Filter(
                InOrder(Worthwhile(stay)),
                option => option.Bundle,
                option => (option.One.Class, option.Other.Class, option.Bundle.SetUps, option.Likeness, option.Bundle.ClockDays)),
        ];
        _all = new(() => [.. InOrder(Every()).Select(option => option.Bundle)]);
    }

    /// <summary>Every bundle, for all buyers, dominated bundles included. Created at the first call.</summary>
    public ImmutableArray<Bundle> All => _all.Value;

    /// <summary>Classes of plans that the same people may buy.</summary>
    public ImmutableArray<PlanClass> Classes => _offers.Classes;

    /// <summary>
    /// The bundles for stays of this shape, from the cache where possible. Safe for use by several threads.
    /// </summary>
    /// <param name="stay">The stay.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="factor">Weight of inconvenience, above 0.</param>
    public static BundleCatalog For(Stay stay, CatalogSnapshot catalog, double factor) =>
        Caches.GetValue(catalog, known => new BundleCatalogCache(known)).For(stay, factor);

    /// <summary>The bundles that a buyer may choose from, dominated bundles left out.</summary>
    /// <param name="eligible">For each of <see cref="Classes"/>, whether the buyer may buy it.</param>
    /// <param name="esimStored">Number of profiles that the phone stores.</param>
    public LinePool Pool(bool[] eligible, int esimStored) =>
        _pools.GetOrAdd((KeyOf(eligible), esimStored), key => MakePool(key.Classes, eligible, key.EsimStored));

    private static string KeyOf(bool[] eligible) => string.Create(eligible.Length, eligible, (key, classes) =>
    {
        for (var index = 0; index < key.Length; index++)
        {
            key[index] = classes[index] ? '1' : '0';
        }
    });

    private LinePool MakePool(string key, bool[] eligible, int esimStored)
    {
        var options = _undominated.Where(option =>
            eligible[option.One.Class]
            && eligible[option.Other.Class]
            && (option.Bundle.Plan.Medium != Medium.Esim || option.Bundle.SetUps <= esimStored));
        var best = Dominance.Filter(options, option => option.Bundle, option => (option.Likeness, option.Bundle.ClockDays))
            .Select(option => option.Bundle)
            .ToLookup(bundle => bundle.Plan.Medium == Medium.PocketWifi);
        return new LinePool([.. best[false]], [.. best[true]], _offers.TopUps(key, eligible));
    }

    private IEnumerable<Option> Every() =>
        Singles(_offers.Offers).Concat(Pairs(_offers.Packs.SelectMany(packs => packs.Pairs())));

    private IEnumerable<Option> Worthwhile(Stay stay)
    {
        var packs = _offers.Packs.Select(seller => seller.Worthwhile(stay)).ToList();
        var beaten = packs.SelectMany(seller => seller.Beaten()).ToHashSet(ReferenceEqualityComparer.Instance);
        return Singles(_offers.Offers.Where(offer => !beaten.Contains(offer))).Concat(Pairs(packs.SelectMany(seller => seller.Pairs())));
    }

    private IEnumerable<Option> Singles(IEnumerable<PlanOffer> offers)
    {
        foreach (var offer in offers)
        {
            foreach (var bundle in _factory.Of(offer.Terms))
            {
                yield return new Option(bundle, offer, offer);
            }
        }
    }

    /// <summary>The first plan of a pair is the one that lasts longer.</summary>
    private IEnumerable<Option> Pairs(IEnumerable<(PlanOffer One, PlanOffer Other)> pairs)
    {
        foreach (var (one, other) in pairs)
        {
            if (_factory.Pair(one.Terms, other.Terms) is { } pair)
            {
                yield return ReferenceEquals(pair.Plan, one.Terms.Plan) ? new Option(pair, one, other) : new Option(pair, other, one);
            }
        }
    }

    private IEnumerable<Option> InOrder(IEnumerable<Option> options) => options
        .OrderBy(option => option.Bundle.FixedYen + (option.Bundle.SetUpInconvenienceYen * _factor))
        .ThenBy(option => option.Bundle.Plan.Id, StringComparer.Ordinal);

    /// <summary>A bundle with the offers that it is made of.</summary>
    /// <param name="Bundle">The bundle.</param>
    /// <param name="One">Offer of its first plan.</param>
    /// <param name="Other">Offer of its last plan.</param>
    private readonly record struct Option(Bundle Bundle, PlanOffer One, PlanOffer Other)
    {
        public int Likeness { get; } = One.LikenessOf(Bundle);
    }
}

/// <summary>The bundles that a kind of buyer may choose from.</summary>
/// <param name="Lines">Bundles for a phone, cheapest first.</param>
/// <param name="Routers">Bundles of a rented router, cheapest first.</param>
/// <param name="TopUps">Prices of top-ups.</param>
public sealed record LinePool(ImmutableArray<Bundle> Lines, ImmutableArray<Bundle> Routers, TopUpPrices TopUps)
{
    /// <summary>True where a line gives connected devices less data than the phone.</summary>
    public bool CapsTethering { get; } = Lines.Any(line => !line.TetherCycles.IsEmpty);
}
