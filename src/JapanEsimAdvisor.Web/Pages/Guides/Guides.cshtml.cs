using System.Collections.Immutable;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Pages.Layout;

namespace JapanEsimAdvisor.Web.Pages.Guides;

/// <summary>All guides, each with its description.</summary>
public sealed class GuidesModel(GuideStore guides) : SitePage
{
    public ImmutableArray<Guide> Guides => guides.In(Words.Language);

    public void OnGet() => Response.Headers.CacheControl = "no-cache";
}
