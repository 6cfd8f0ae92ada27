using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Home;

/// <summary>The three questions and the two quick ones, filled in with the values of the address.</summary>
public sealed class IndexModel(CatalogInService service, TimeProvider clock) : SitePage
{
    public TripForm Form => new(Request.Query, service, Words, clock.TodayInJapan(), []);

    public void OnGet() => Response.Headers.CacheControl = "no-cache";
}
