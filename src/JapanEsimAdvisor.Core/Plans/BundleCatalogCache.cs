using System.Collections.Concurrent;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// A cache of the bundle catalogs of one catalog, by shape of stay and weight of inconvenience. Safe for use by several
/// threads.
/// </summary>
internal sealed class BundleCatalogCache(CatalogSnapshot catalog)
{
    private const int MostEntries = 128;

    private readonly CatalogOffers _offers = new(catalog);

    private readonly ImmutableArray<Validity> _clocks =
        [.. catalog.Plans.Select(plan => plan.Validity with { Starts = default, StartBy = null }).Distinct()];

    private readonly bool _monthsMatter = catalog.Plans.Any(plan => plan.Allowance.CalendarMonth);

    private readonly ConcurrentDictionary<string, BundleCatalog> _entries = new(StringComparer.Ordinal);

    /// <summary>The bundle catalog for stays of this shape.</summary>
    /// <param name="stay">The stay.</param>
    /// <param name="factor">Weight of inconvenience, above 0.</param>
    public BundleCatalog For(Stay stay, double factor)
    {
        if (_entries.Count >= MostEntries)
        {
            _entries.Clear();
        }

        return _entries.GetOrAdd(
            KeyOf(stay, factor),
            _ => new BundleCatalog(_offers, new BundleFactory(stay, catalog, factor), stay, factor));
    }

    /// <summary>
    /// The shape of a stay: days of demand, days by every clock of the catalog, and the split into calendar months
    /// where a plan bills by them.
    /// </summary>
    private string KeyOf(Stay stay, double factor) => FormattableString.Invariant(
        $"{factor}|{stay.DemandDays}|{stay.CalendarDays}|{(_monthsMatter ? MonthsOf(stay) : null)}|{ClocksOf(stay)}");

    private string ClocksOf(Stay stay) => string.Join(',', _clocks.Select(clock => clock.DaysToBuy(stay)));

    private static string MonthsOf(Stay stay) => string.Join(',', CycleSplit.Monthly(0, stay, true, 0).Select(run => run.Days));
}
