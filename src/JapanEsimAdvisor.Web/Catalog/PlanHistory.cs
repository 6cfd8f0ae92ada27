using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>Earlier prices of a plan: prices that imports replaced, and earlier prices in the data.</summary>
public static class PlanHistory
{
    /// <summary>Newest first.</summary>
    public static IEnumerable<PriceChange> Of(CatalogInService service, Plan plan) =>
        (service.PriceChanges.GetValueOrDefault(plan.Id) ?? [])
            .Concat(plan.History.Select(past => new PriceChange(past.Checked, past.Days, past.Money.Amount, past.Money.Currency)))
            .Distinct()
            .OrderByDescending(past => past.Checked, StringComparer.Ordinal);
}
