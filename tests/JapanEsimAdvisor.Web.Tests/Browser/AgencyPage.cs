using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JapanEsimAdvisor.Web.Tests.Browser;

/// <summary>A partner's page: another origin, and a policy of contents that allows our script and our API and nothing else.</summary>
public sealed class AgencyPage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AgencyPage(WebApplication app) => _app = app;

    /// <summary>Without a slash at the end.</summary>
    public string Address => _app.Urls.Single();

    /// <param name="advisor">Our own address.</param>
    /// <param name="widget">The element as the partner wrote it.</param>
    /// <param name="language">The page's own.</param>
    /// <param name="scheme">The page's own <c>color-scheme</c>.</param>
    public static async Task<AgencyPage> StartAsync(string advisor, string widget, string language = "en", string scheme = "light dark")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", (HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src {advisor}; connect-src {advisor}; require-trusted-types-for 'script'";
            response.Headers["Cross-Origin-Embedder-Policy"] = "require-corp";
            return Results.Text(
                $"""
                <!doctype html>
                <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="{scheme}"><title>Agency</title></head>
                <body><main><h1>Agency</h1><script src="{advisor}/widget/v1.js" async></script>{widget}</main></body></html>
                """,
                "text/html; charset=utf-8");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AgencyPage(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
