using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>
/// Takes forms from our own pages alone. ASP.NET Core's antiforgery tokens need a cookie on every reader before they have asked for anything, and this
/// site has none; so a foreign page is told by what the browser itself says of a request, which no page can forge: <c>Sec-Fetch-Site</c> (every browser
/// since 2023, over HTTPS and on the own machine), else <c>Origin</c>. A request that says neither is no form of a browser we know and is refused too:
/// programs have the API, which takes its token in a header and no cookie.
/// </summary>
/// <remarks>
/// <c>Origin</c> is <c>null</c> from our own pages, because they ask for <c>Referrer-Policy: no-referrer</c>; browsers that send no
/// <c>Sec-Fetch-Site</c> are refused for that reason, which is the safe side.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnPagesOnlyAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the limits of the form, before anything reads it.</summary>
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
    /// <exception cref="BadHttpRequestException">It is no form, or not one that can be read.</exception>
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

    /// <summary><c>none</c> is the reader's own doing, such as a reload.</summary>
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() == request.Origin,
        _ => false,
    };
}
