using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>
/// One strict policy for all answers. The only exception is Swagger's page, whose script writes styles at run time.
/// </summary>
public static class SecurityHeaders
{
    private const string Strict =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri "
            + "'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

    private const string ForSwagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action "
            + "'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => Write(context.Response.Headers, context.Is<WritesOwnStyles>()));
        return next(context);
    });

    /// <summary>
    /// Sets the headers at the start of the response, because an exception handler clears earlier ones.
    /// </summary>
    private static Task Write(IHeaderDictionary headers, bool writesStyles)
    {
        headers.ContentSecurityPolicy = writesStyles ? ForSwagger : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
