using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Site;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>The three questions and the two quick ones. What an address already says is filled in.</summary>
public sealed class IndexModel(CatalogInService service, TimeProvider clock) : SitePage
{
    public TripForm Form => new(Request.Query, service, Words, clock.TodayInJapan(), []);

    public void OnGet() => Response.Headers.CacheControl = "no-cache";
}
