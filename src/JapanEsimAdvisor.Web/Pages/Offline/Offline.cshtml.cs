using JapanEsimAdvisor.Web.Pages.Layout;

namespace JapanEsimAdvisor.Web.Pages.Offline;

/// <summary>
/// The page that the reader's phone shows without a network instead of a page it has not stored. It lists the stored
/// pages; <c>offline.js</c> builds the list on the phone.
/// </summary>
public sealed class OfflineModel : SitePage
{
    public void OnGet() => Response.Headers.CacheControl = "no-cache";
}
