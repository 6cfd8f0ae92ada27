using JapanEsimAdvisor.Web.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JapanEsimAdvisor.Web.Pages.Layout;

/// <summary>A page in the language of its address.</summary>
public abstract class SitePage : PageModel
{
    public Words Words => HttpContext.Words;

    /// <summary>The address of a page of this language.</summary>
    public string Link(string path = "") => $"/{Words.Language.Slug}{path}";

    /// <summary>Without a handler for the method the framework would show the page without its data.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            Response.Headers.Allow = context.ActionDescriptor.HandlerMethods.Any(handler => handler.HttpMethod == "Post")
                ? "GET, HEAD, POST"
                : "GET, HEAD";
            context.Result = new StatusCodeResult(HttpMethods.IsOptions(Request.Method)
                ? StatusCodes.Status204NoContent
                : StatusCodes.Status405MethodNotAllowed);
        }

        var languages = HttpContext.RequestServices.GetRequiredService<SiteLanguages>();
        if (languages.BySlug(RouteData.Values["language"]?.ToString()) is { } language)
        {
            HttpContext.Speak(language);
        }
    }
}
