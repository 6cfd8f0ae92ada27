using System.Globalization;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Pages.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages.Status;

/// <summary>What is shown where a page is not there or failed, in the language of the address that was asked for.</summary>
[ResponseCache(NoStore = true)]
public sealed class StatusModel(SiteLanguages languages) : SitePage
{
    public string Kind { get; private set; } = "error";

    /// <summary>Where to ask again, once it can be answered; null where that would not help.</summary>
    public string? Again { get; private set; }

    /// <summary>Fields of the form that could not be answered, so that nothing need be typed twice; null where none was read.</summary>
    /// <remarks>No <c>IFormCollection</c>: the framework would bind one, and so read the form.</remarks>
    public IReadOnlyList<KeyValuePair<string, StringValues>>? Sent { get; private set; }

    /// <summary>
    /// For every method, since whatever failed is answered in its place. A form is shown again where it was read: what was not may be broken.
    /// </summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var asked = failed?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (languages.BySlug(asked?.Split('/').ElementAtOrDefault(1)) is { } language)
        {
            HttpContext.Speak(language);
        }

        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (code is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            Again = AddressOf(failed);
            Sent = HttpContext.Features.Get<IFormFeature>()?.Form?.ToList();
        }

        Kind = KindOf(code);
        Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        context.Result = Page();
    }

    private static string KindOf(int code) => code switch
    {
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= 500 => "error",
        _ => "bad-request",
    };

    private static string? AddressOf(IStatusCodeReExecuteFeature? failed) =>
        failed is null ? null : new PathString(failed.OriginalPath).ToUriComponent() + failed.OriginalQueryString;
}
