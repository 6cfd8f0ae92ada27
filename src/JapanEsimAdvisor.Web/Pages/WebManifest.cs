using System.Text.Json;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>The web app manifest (W3C) in one language, for readers who add the site to their home screen.</summary>
/// <param name="Display">With the browser's own buttons, because readers need the back button.</param>
public sealed record WebManifest(
    string Name, string ShortName, string Description, string Lang, string Id, string StartUrl, string Scope, string Display,
    string BackgroundColor, string ThemeColor, IReadOnlyList<ManifestIcon> Icons)
{
    private const string Paper = "#ffffff";

    private static readonly JsonSerializerOptions Json = new(WireJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static WebManifest Of(Words words) => new(
        words["site.name"],
        words["site.name"],
        words["home.description"],
        words.Language.Tag,
        "/",
        "/" + words.Language.Slug,
        "/",
        "minimal-ui",
        Paper,
        Paper,
        [new("/icon.svg", "any", "image/svg+xml"), new("/icon-512.png", "512x512", "image/png")]);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/{language:language}/site.webmanifest", (string language, HttpContext context, SiteLanguages languages) =>
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Json(Of(context.Speak(languages.BySlug(language)!)), Json, "application/manifest+json");
    }).ExcludeFromDescription();
}

/// <param name="Sizes">Pixels, or any.</param>
/// <param name="Type">Media type.</param>
public sealed record ManifestIcon(string Src, string Sizes, string Type);
