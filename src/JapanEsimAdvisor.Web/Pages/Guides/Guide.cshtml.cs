using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Pages.Layout;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Guides;

/// <summary>One guide with the sources of its claims.</summary>
public sealed class GuideModel(GuideStore guides) : SitePage
{
    public Guide Guide { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        if (guides.Find(Words.Language, slug) is not { } guide)
        {
            return NotFound();
        }

        Guide = guide;
        Response.Headers.CacheControl = "no-cache";
        Response.Headers.Link = $"<{MarkdownPage.AddressOf(guide, Words.Language)}>; rel=\"alternate\"; type=\"text/markdown\"";
        return Page();
    }
}
