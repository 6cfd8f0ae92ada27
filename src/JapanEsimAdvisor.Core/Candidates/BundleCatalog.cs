using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>
/// Every bundle of the catalog for stays of one shape, by fixed cost, then plan id. It depends on no traveler, so it is made once for a catalog and a
/// shape of stay and kept; what a kind of buyer may choose from is kept with it.
/// </summary>
public sealed class BundleCatalog
{
    private const int MostKept = 128;

    private static readonly ConditionalWeakTable<CatalogSnapshot, Shelf> Shelves = [];

    private readonly CatalogSnapshot _catalog;

    private readonly ImmutableArray<(Bundle Bundle, int Class, int OtherClass)> _undominated;

    private readonly ConcurrentDictionary<(string Classes, int EsimStored), LinePool> _pools = new();

    private BundleCatalog(CatalogSnapshot catalog, Stay stay, double factor)
    {
        _catalog = catalog;
        var factory = new BundleFactory(stay, catalog, factor);
        var plans = catalog.Plans.Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null).ToList();
        Classes = OfferClass.Of(plans, catalog);
        All =
        [
            .. plans.SelectMany(factory.Of).Concat(Pairs(plans, factory))
                .OrderBy(bundle => bundle.FixedYen + (bundle.SetUpHassleYen * factor))
                .ThenBy(bundle => bundle.Plan.Id, StringComparer.Ordinal),
        ];
        _undominated = WithinClasses();
    }

    /// <summary>Every bundle, whoever may buy it.</summary>
    public ImmutableArray<Bundle> All { get; }

    /// <summary>Plans that the same people may buy.</summary>
    public ImmutableArray<OfferClass> Classes { get; }

    /// <param name="factor">Weight of inconvenience, above 0.</param>
    public static BundleCatalog For(Stay stay, CatalogSnapshot catalog, double factor) =>
        Shelves.GetValue(catalog, known => new Shelf(known)).Take(stay, factor);

    /// <summary>What a buyer of these classes may choose from, dominated bundles left out.</summary>
    /// <param name="eligible">By class.</param>
    /// <param name="esimStored">Profiles the phone holds.</param>
    public LinePool Pool(bool[] eligible, int esimStored) =>
        _pools.GetOrAdd((KeyOf(eligible), esimStored), key => MakePool(eligible, key.EsimStored));

    private static string KeyOf(bool[] eligible) => string.Create(eligible.Length, eligible, (key, classes) =>
    {
        for (var index = 0; index < key.Length; index++)
        {
            key[index] = classes[index] ? '1' : '0';
        }
    });

    private LinePool MakePool(bool[] eligible, int esimStored)
    {
        var bundles = _undominated
            .Where(entry => eligible[entry.Class] && eligible[entry.OtherClass] && (entry.Bundle.Plan.Medium != Medium.Esim || entry.Bundle.SetUps <= esimStored))
            .Select(entry => entry.Bundle)
            .ToLookup(bundle => bundle.Plan.Medium == Medium.PocketWifi);
        var plans = Classes.Where((_, index) => eligible[index]).SelectMany(offers => offers.Plans);
        return new LinePool(Dominance.Filter([.. bundles[false]]), Dominance.Filter([.. bundles[true]]), new TopUpPrices(plans, _catalog));
    }

    private ImmutableArray<(Bundle Bundle, int Class, int OtherClass)> WithinClasses()
    {
        var classOf = Classes.SelectMany((offers, index) => offers.Plans.Select(plan => (plan.Id, index))).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var stays = All.GroupBy(bundle => (classOf[bundle.Plan.Id], classOf[bundle.Items[^1].Plan.Id], bundle.SetUps))
            .SelectMany(same => Dominance.Filter([.. same]))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. All.Where(stays.Contains).Select(bundle => (bundle, classOf[bundle.Plan.Id], classOf[bundle.Items[^1].Plan.Id]))];
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

    /// <summary>The stays asked for lately of one catalog.</summary>
    private sealed class Shelf(CatalogSnapshot catalog)
    {
        private readonly ImmutableArray<Validity> _clocks = [.. catalog.Plans.Select(plan => plan.Validity with { Starts = default, StartBy = null }).Distinct()];

        private readonly bool _datesMatter = catalog.Plans.Any(plan => plan.Allowance.CalendarMonth);

        private readonly ConcurrentDictionary<string, BundleCatalog> _kept = new(StringComparer.Ordinal);

        public BundleCatalog Take(Stay stay, double factor)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            return _kept.GetOrAdd(KeyOf(stay, factor), _ => new BundleCatalog(catalog, stay, factor));
        }

        /// <summary>Days of demand and days by every clock of the catalog; the dates themselves only where a plan bills by calendar months.</summary>
        private string KeyOf(Stay stay, double factor) => FormattableString.Invariant(
            $"{factor}|{stay.DemandDays}|{stay.CalendarDays}|{(_datesMatter ? stay.Arrival.DayNumber : 0)}|{string.Join(',', _clocks.Select(clock => clock.DaysToBuy(stay)))}");
    }
}

/// <summary>What a kind of buyer may choose from, cheapest first.</summary>
public sealed record LinePool(ImmutableArray<Bundle> Lines, ImmutableArray<Bundle> Routers, TopUpPrices TopUps);
