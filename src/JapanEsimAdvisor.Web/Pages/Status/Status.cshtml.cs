using System.Globalization;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Pages.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages.Status;

/// <summary>The page for errors, in the language of the requested address.</summary>
[ResponseCache(NoStore = true)]
public sealed class StatusModel(SiteLanguages languages) : SitePage
{
    public string Kind { get; private set; } = "error";

    /// <summary>Address for another try; null if another try would not help.</summary>
    public string? Again { get; private set; }

    /// <summary>
    /// Fields of the failed form, so that the reader need not type them again; null if no form was read.
    /// </summary>
    /// <remarks>Not an <c>IFormCollection</c>, because the framework would bind it and so read the form.</remarks>
    public IReadOnlyList<KeyValuePair<string, StringValues>>? Sent { get; private set; }

    /// <summary>
    /// Runs for every method, because it replaces any failed answer. Shows a form again only if it was read before,
    /// because an unread form may be broken.
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
