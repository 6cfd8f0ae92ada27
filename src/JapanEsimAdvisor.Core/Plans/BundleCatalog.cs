using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// The bundles of the catalog for stays of one shape, by fixed cost, then plan id. They depend on no traveler, so they are made once for a catalog and a
/// shape of stay and kept; what a kind of buyer may choose from is kept with them.
/// </summary>
public sealed class BundleCatalog
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, BundleShelf> Shelves = [];

    private readonly CatalogOffers _offers;

    private readonly BundleFactory _factory;

    private readonly double _factor;

    private readonly ImmutableArray<Candidate> _undominated;

    private readonly Lazy<ImmutableArray<Bundle>> _all;

    private readonly ConcurrentDictionary<(string Classes, int EsimStored), LinePool> _pools = new();

    internal BundleCatalog(CatalogOffers offers, BundleFactory factory, Stay stay, double factor)
    {
        (_offers, _factory, _factor) = (offers, factory, factor);
        _undominated = [.. Dominance.Filter(InOrder(Worthwhile(stay)), one => one.Bundle, one => (one.One.Class, one.Other.Class, one.Bundle.SetUps, one.Likeness, one.Bundle.ClockDays))];
        _all = new(() => [.. InOrder(Singles(offers.Offers).Concat(Pairs(offers.Packs.SelectMany(packs => packs.Pairs())))).Select(candidate => candidate.Bundle)]);
    }

    /// <summary>Every bundle, whoever may buy it; made when asked for.</summary>
    public ImmutableArray<Bundle> All => _all.Value;

    /// <summary>Plans that the same people may buy.</summary>
    public ImmutableArray<OfferClass> Classes => _offers.Classes;

    /// <param name="factor">Weight of inconvenience, above 0.</param>
    public static BundleCatalog For(Stay stay, CatalogSnapshot catalog, double factor) =>
        Shelves.GetValue(catalog, known => new BundleShelf(known)).Take(stay, factor);

    /// <summary>What a buyer of these classes may choose from, dominated bundles left out.</summary>
    /// <param name="eligible">By class.</param>
    /// <param name="esimStored">Profiles the phone holds.</param>
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
        var bundles = _undominated.Where(one =>
            eligible[one.One.Class] && eligible[one.Other.Class] && (one.Bundle.Plan.Medium != Medium.Esim || one.Bundle.SetUps <= esimStored));
        var best = Dominance.Filter(bundles, one => one.Bundle, one => (one.Likeness, one.Bundle.ClockDays))
            .Select(one => one.Bundle)
            .ToLookup(bundle => bundle.Plan.Medium == Medium.PocketWifi);
        return new LinePool([.. best[false]], [.. best[true]], _offers.TopUps(key, eligible));
    }

    private IEnumerable<Candidate> Worthwhile(Stay stay)
    {
        var packs = _offers.Packs.Select(seller => seller.Worthwhile(stay)).ToList();
        var beaten = packs.SelectMany(seller => seller.Beaten()).ToHashSet(ReferenceEqualityComparer.Instance);
        return Singles(_offers.Offers.Where(offer => !beaten.Contains(offer))).Concat(Pairs(packs.SelectMany(seller => seller.Pairs())));
    }

    private IEnumerable<Candidate> Singles(IEnumerable<Offer> offers)
    {
        foreach (var offer in offers)
        {
            foreach (var bundle in _factory.Of(offer.Terms))
            {
                yield return new Candidate(bundle, offer, offer);
            }
        }
    }

    /// <summary>A pair's first plan is the one that lasts longer.</summary>
    private IEnumerable<Candidate> Pairs(IEnumerable<(Offer One, Offer Other)> pairs)
    {
        foreach (var (one, other) in pairs)
        {
            if (_factory.Pair(one.Terms, other.Terms) is { } pair)
            {
                yield return ReferenceEquals(pair.Plan, one.Terms.Plan) ? new Candidate(pair, one, other) : new Candidate(pair, other, one);
            }
        }
    }

    private IEnumerable<Candidate> InOrder(IEnumerable<Candidate> candidates) => candidates
        .OrderBy(candidate => candidate.Bundle.FixedYen + (candidate.Bundle.SetUpHassleYen * _factor))
        .ThenBy(candidate => candidate.Bundle.Plan.Id, StringComparer.Ordinal);

    /// <param name="One">Offer of the bundle's first plan.</param>
    /// <param name="Other">Offer of its last.</param>
    private readonly record struct Candidate(Bundle Bundle, Offer One, Offer Other)
    {
        public int Likeness { get; } = One.LikenessOf(Bundle);
    }
}

/// <summary>What a kind of buyer may choose from, cheapest first.</summary>
public sealed record LinePool(ImmutableArray<Bundle> Lines, ImmutableArray<Bundle> Routers, TopUpPrices TopUps)
{
    /// <summary>Whether any of the lines gives connected devices less than the phone.</summary>
    public bool CapsTethering { get; } = Lines.Any(line => !line.TetherCycles.IsEmpty);
}
