using JapanEsimAdvisor.Web.Pages.Layout;

namespace JapanEsimAdvisor.Web.Pages.Offline;

/// <summary>What the reader's phone shows without a network in place of a page it has not kept: what it has. The list is made on the phone, by <c>offline.js</c>.</summary>
public sealed class OfflineModel : SitePage
{
    public void OnGet() => Response.Headers.CacheControl = "no-cache";
}
