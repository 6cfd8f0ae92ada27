using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>Prices of plans for a stay in a currency, each computed once.</summary>
public sealed class PlanQuotes(CatalogSnapshot catalog, Stay stay, string currency)
{
    private readonly BundleFactory _bundles = new(stay, catalog, catalog.Tariff.FactorBalanced);

    private readonly Dictionary<string, Bundle?> _known = new(StringComparer.Ordinal);

    public int Days => stay.CalendarDays;

    /// <summary>ISO 4217 code of the quotes.</summary>
    public string Currency => currency;

    /// <summary>The stay of a quote without dates: that number of days from today.</summary>
    public static Stay From(DateOnly today, int days) => new() { Arrival = today, Departure = today.AddDays(days - 1) };

    /// <summary>
    /// The cheapest way to cover the days with this plan alone; null if it has no price, depends on use, or is too
    /// short.
    /// </summary>
    public Quote? Of(Plan plan)
    {
        if (BundleOf(plan) is not { } bundle)
        {
            return null;
        }

        var gb = GbOf(bundle);
        return new Quote(
            Days,
            bundle.Orders,
            catalog.Rates.FromYen((decimal)bundle.FixedYen, currency),
            catalog.Rates.FromYen((decimal)bundle.FixedYen / Days, currency),
            gb > 0 ? catalog.Rates.FromYen((decimal)(bundle.FixedYen / gb.Value), currency) : null);
    }

    /// <summary>Full-speed gigabytes over the quoted days; null if none are stated.</summary>
    public double? GbOf(Plan plan) => BundleOf(plan) is { } bundle ? GbOf(bundle) : null;

    /// <summary>An amount of a seller's list in the currency of the quotes.</summary>
    public Money Convert(Money listed) => catalog.Rates.FromYen(catalog.Rates.ToYen(listed), currency);

    private static double? GbOf(Bundle bundle) =>
        bundle.Plan.Allowance.Gb is null ? null : bundle.Cycles.Sum(cycle => cycle.Count * cycle.Gb);

    private Bundle? BundleOf(Plan plan)
    {
        if (!_known.TryGetValue(plan.Id, out var bundle))
        {
            var hasPrice = plan.Allowance.Kind != AllowanceKind.PayAsYouGo && !plan.Prices.All(price => price.IsFloor);
            _known[plan.Id] = bundle = hasPrice ? _bundles.Of(plan).FirstOrDefault() : null;
        }

        return bundle;
    }
}

/// <summary>The price of a plan for a number of days, in the requested currency.</summary>
/// <param name="Quantity">How often it is ordered; a monthly plan counts once.</param>
/// <param name="PerGb">Null if no full-speed gigabytes are stated.</param>
public sealed record Quote(int Days, int Quantity, Money Price, Money PerDay, Money? PerGb);
