using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>Facts that were checked more than the tariff's <c>staleAfterDays</c> days ago.</summary>
public static class StaleFacts
{
    public static IEnumerable<string> In(CatalogSnapshot catalog, DateOnly today)
    {
        var limit = today.AddDays(-catalog.Tariff.StaleAfterDays);
        if (catalog.Rates.AsOf < limit)
        {
            yield return FormattableString.Invariant($"stale: exchange rates of {catalog.Rates.AsOf:yyyy-MM-dd}");
        }

        foreach (var plan in catalog.Plans.Where(plan => IsStale(plan, limit)))
        {
            yield return $"stale: {plan.SellerId}/{plan.Id} of {plan.Source.Checked}";
        }
    }

    public static bool IsStale(Plan plan, DateOnly limit) => plan.Offered && Source.LatestDay(plan.Source.Checked) < limit;
}
