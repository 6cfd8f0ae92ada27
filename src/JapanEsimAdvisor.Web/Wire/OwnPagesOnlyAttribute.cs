using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>
/// Accepts forms only from our own pages. ASP.NET Core's antiforgery tokens need a cookie, and this site sets none. So
/// the check uses headers that the browser sets and no page can forge: <c>Sec-Fetch-Site</c> (every browser since 2023,
/// over HTTPS and on the own machine), else <c>Origin</c>. A request with neither header is refused too: programs use
/// the API, which takes its token in a header.
/// </summary>
/// <remarks>
/// <c>Origin</c> is <c>null</c> from our own pages, because they set <c>Referrer-Policy: no-referrer</c>. So browsers
/// without <c>Sec-Fetch-Site</c> are refused, which is the safe choice.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnPagesOnlyAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Runs after the form's limits are set and before anything reads the form.</summary>
    public int Order => 1_000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return;
        }

        if (!IsOwn(request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return;
        }

        await ReadAsync(request);
    }

    /// <summary>Reads the form once, without blocking a thread.</summary>
    /// <exception cref="BadHttpRequestException">The body is not a form or cannot be read.</exception>
    private static async Task ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("The request holds no form.");
        }

        try
        {
            _ = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form cannot be read.", broken);
        }
    }

    /// <summary><c>none</c> means that the reader started it, for example by a reload.</summary>
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() == request.Origin,
        _ => false,
    };
}
