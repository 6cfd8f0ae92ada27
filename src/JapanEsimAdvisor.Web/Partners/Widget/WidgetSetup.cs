using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Partners.Widget;

public static class WidgetSetup
{
    /// <summary>Where the widget's script is. Its number is that of the API; a script of another number would stand beside it.</summary>
    public const string Path = "/widget/v1.js";

    public static void AddWidget(this WebApplicationBuilder builder) => builder.Services.AddSingleton<WidgetScript>();

    /// <summary>Pages of any origin load it, those too that isolate themselves (<c>Cross-Origin-Embedder-Policy</c>) or check what they load (<c>integrity</c>).</summary>
    public static void MapWidget(this WebApplication app) => app.MapGet(Path, (HttpContext context, WidgetScript script) =>
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=3600, stale-while-revalidate=86400";
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(script.Content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{script.Tag}\""));
    }).ExcludeFromDescription();
}
