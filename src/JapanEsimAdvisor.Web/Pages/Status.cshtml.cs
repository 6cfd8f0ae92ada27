using System.Globalization;
using JapanEsimAdvisor.Web.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>What is shown where a page is not there or failed, in the language of the address that was asked for.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusModel(SiteLanguages languages) : SitePage
{
    public string Kind { get; private set; } = "error";

    /// <summary>
    /// For every method, since whatever failed is answered in its place, and without parameters: to bind one the framework reads the form, and the form may
    /// be what is broken.
    /// </summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (languages.BySlug(asked?.Split('/').ElementAtOrDefault(1)) is { } language)
        {
            HttpContext.Speak(language);
        }

        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Kind = code switch
        {
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status429TooManyRequests => "too-many",
            >= 500 => "error",
            _ => "bad-request",
        };
        Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
    }
}
