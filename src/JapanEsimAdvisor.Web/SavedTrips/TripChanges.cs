using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>Something about a saved answer that no longer holds.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="PlanId">Null where it concerns no plan.</param>
/// <param name="Plan">Seller and plan by name, as saved.</param>
/// <param name="Before">Price as saved, for one buyer, in the seller's currency; null where the price did not change.</param>
/// <param name="After">Price now.</param>
public sealed record TripChange(string Code, string? PlanId, string? Plan, Money? Before, Money? After)
{
    public const string Gone = "plan-gone";

    /// <summary>Still known, no longer advised.</summary>
    public const string NotOffered = "plan-not-offered";

    public const string PriceChanged = "price-changed";

    /// <summary>The catalog changed and none of the others holds.</summary>
    public const string CatalogNewer = "catalog-newer";

    public static readonly IReadOnlyList<string> Codes = [PriceChanged, Gone, NotOffered, CatalogNewer];
}

/// <summary>What has changed in the catalog since a trip was saved, as far as its answer goes.</summary>
public static class TripChanges
{
    public static IReadOnlyList<TripChange> Of(SavedAnswer answer, CatalogSnapshot today)
    {
        if (answer.CatalogVersion == today.Version)
        {
            return [];
        }

        var changes = answer.Purchases
            .Select(bought => bought.Purchase)
            .DistinctBy(purchase => (purchase.PlanId, purchase.Days))
            .Select(purchase => Of(purchase, today.Plans.FirstOrDefault(plan => plan.Id == purchase.PlanId)))
            .OfType<TripChange>()
            .ToList();
        return changes.Count > 0 ? changes : [new TripChange(TripChange.CatalogNewer, null, null, null, null)];
    }

    /// <summary>What the seller's list asks for so many days of a plan, fees left out, the middle of a range; null where the plan has no price table.</summary>
    /// <param name="days">At least 1.</param>
    public static Money? ListPrice(Plan plan, int days)
    {
        var rows = plan.Prices.Where(row => !row.IsFloor).ToImmutableArray();
        rows = [.. rows.Where(row => row.Currency == rows[0].Currency)];
        return rows.IsEmpty || days < 1
            ? null
            : new Money(PriceCover.Cheapest(rows, days, 0).Rows.Sum(row => row.Row.Middle.Amount * (row.Row.DayRate ? row.Days : row.Purchases)), rows[0].Currency);
    }

    private static TripChange? Of(SavedPurchase bought, Plan? plan) => plan switch
    {
        null => new TripChange(TripChange.Gone, bought.PlanId, bought.FullName, null, null),
        _ when CatalogSnapshot.NotAdvisableBecause(plan) is not null => new TripChange(TripChange.NotOffered, bought.PlanId, bought.FullName, null, null),
        _ when ListPrice(plan, bought.Days) is { } now && bought.ListPrice is { } before && now != before => new TripChange(TripChange.PriceChanged, bought.PlanId, bought.FullName, before, now),
        _ => null,
    };
}
