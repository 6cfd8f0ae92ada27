using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>What a plan cost before: prices that imports replaced, and those the data tells of.</summary>
public static class PlanHistory
{
    /// <summary>Newest first.</summary>
    public static IEnumerable<PriceChange> Of(CatalogInService service, Plan plan) =>
        (service.PriceChanges.GetValueOrDefault(plan.Id) ?? [])
            .Concat(plan.History.Select(past => new PriceChange(past.Checked, past.Days, past.Money.Amount, past.Money.Currency)))
            .Distinct()
            .OrderByDescending(past => past.Checked, StringComparer.Ordinal);
}
