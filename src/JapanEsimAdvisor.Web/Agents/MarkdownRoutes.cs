using System.Text;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>
/// Guides as Markdown, at their address with <c>.md</c>. The page for partners has the documentation of the API, in
/// English.
/// </summary>
public static class MarkdownRoutes
{
    /// <summary>Address of the API's documentation, and the path of its file below the program's folder.</summary>
    public const string ApiDocument = "/docs/api.md";

    private const string MediaType = "text/markdown; charset=utf-8";

    public static void MapMarkdown(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{language:language}/guides/{slug}.md", GuideOf).ExcludeFromDescription();
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ApiDocument.TrimStart('/')));
        foreach (var address in (string[])[ApiDocument, "/{language:language}/partners.md"])
        {
            app.MapGet(address, (HttpContext context) => context.Markdown(document, Language.English)).ExcludeFromDescription();
        }
    }

    /// <summary>Markdown with its tag, or 304 if the caller has it.</summary>
    public static IResult Markdown(this HttpContext context, string text, Language language)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Speak(language);
        var bytes = Encoding.UTF8.GetBytes(text);
        return Results.Bytes(bytes, MediaType, entityTag: new EntityTagHeaderValue($"\"{ETags.TagOf(bytes)}\""));
    }

    private static IResult GuideOf(string language, string slug, HttpContext context, SiteLanguages languages, GuideStore guides)
    {
        var words = context.Speak(languages.BySlug(language)!);
        return guides.Find(words.Language, slug) is { } guide
            ? context.Markdown(MarkdownPage.Of(guide, context.Request.Origin, words), words.Language)
            : Results.NotFound();
    }
}
