using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Partners.Widget;

public static class WidgetSetup
{
    /// <summary>
    /// Address of the widget's script. Its number is the API's version; each version has its own script.
    /// </summary>
    public const string Path = "/widget/v1.js";

    public static void AddWidget(this WebApplicationBuilder builder) => builder.Services.AddSingleton<WidgetScript>();

    /// <summary>
    /// Pages of any origin can load it, also with <c>Cross-Origin-Embedder-Policy</c> or <c>integrity</c>.
    /// </summary>
    public static void MapWidget(this WebApplication app) => app.MapGet(Path, (HttpContext context, WidgetScript script) =>
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=3600, stale-while-revalidate=86400";
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(script.Content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{script.Tag}\""));
    }).ExcludeFromDescription();
}
