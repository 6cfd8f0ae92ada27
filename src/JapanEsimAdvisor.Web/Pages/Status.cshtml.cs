using JapanEsimAdvisor.Web.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>What is shown where a page is not there or failed, in the language of the address that was asked for.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusModel(SiteLanguages languages) : SitePage
{
    public string Kind { get; private set; } = "error";

    /// <summary>Where to ask again, once it can be answered; null where that would not help.</summary>
    public string? Again { get; private set; }

    /// <summary>Fields of the form that could not be answered, so that nothing need be typed twice; null where none was sent.</summary>
    public IFormCollection? Sent { get; private set; }

    /// <summary>A form that failed is answered like anything else.</summary>
    public async Task<IActionResult> OnPostAsync(int code)
    {
        Sent = Request.HasFormContentType ? await Request.ReadFormAsync(HttpContext.RequestAborted) : null;
        return OnGet(code);
    }

    public IActionResult OnGet(int code)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var asked = failed?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        Again = code == StatusCodes.Status503ServiceUnavailable ? AddressOf(failed) : null;
        HttpContext.Speak(languages.BySlug(asked?.Split('/').ElementAtOrDefault(1)) ?? languages.Preferred(Request));
        Kind = code switch
        {
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            >= 500 => "error",
            _ => "bad-request",
        };
        Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        return Page();
    }

    private static string? AddressOf(IStatusCodeReExecuteFeature? failed) =>
        failed is null ? null : new PathString(failed.OriginalPath).ToUriComponent() + failed.OriginalQueryString;
}
