using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Answers;

namespace JapanEsimAdvisor.Web.Api.Contract;

public static class CatalogStamps
{
    public static CatalogStamp Stamp(this CatalogSnapshot catalog, IEnumerable<Plan> plans)
    {
        var (oldest, newest) = AdviceView.PricesChecked(plans);
        return new CatalogStamp(catalog.Version, new DateRange(oldest, newest), catalog.Rates.AsOf);
    }
}
