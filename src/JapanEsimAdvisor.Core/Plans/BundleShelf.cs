using System.Collections.Concurrent;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>The stays asked for lately of one catalog.</summary>
internal sealed class BundleShelf(CatalogSnapshot catalog)
{
    private const int MostKept = 128;

    private readonly CatalogOffers _offers = new(catalog);

    private readonly ImmutableArray<Validity> _clocks = [.. catalog.Plans.Select(plan => plan.Validity with { Starts = default, StartBy = null }).Distinct()];

    private readonly bool _monthsMatter = catalog.Plans.Any(plan => plan.Allowance.CalendarMonth);

    private readonly ConcurrentDictionary<string, BundleCatalog> _kept = new(StringComparer.Ordinal);

    public BundleCatalog Take(Stay stay, double factor)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(KeyOf(stay, factor), _ => new BundleCatalog(_offers, new BundleFactory(stay, catalog, factor), stay, factor));
    }

    /// <summary>Days of demand and days by every clock of the catalog; how they fall into months only where a plan bills by calendar months.</summary>
    private string KeyOf(Stay stay, double factor) => FormattableString.Invariant(
        $"{factor}|{stay.DemandDays}|{stay.CalendarDays}|{(_monthsMatter ? MonthsOf(stay) : null)}|{string.Join(',', _clocks.Select(clock => clock.DaysToBuy(stay)))}");

    private static string MonthsOf(Stay stay) => string.Join(',', CycleSplit.Monthly(0, stay, true, 0).Select(run => run.Days));
}
