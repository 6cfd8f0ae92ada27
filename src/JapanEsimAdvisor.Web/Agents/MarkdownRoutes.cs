using System.Text;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>Guides as Markdown, at their address with <c>.md</c>; for the page of partners the documentation of the API, which is in English.</summary>
public static class MarkdownRoutes
{
    /// <summary>Where the documentation of the API is read; the file of that name beside the program.</summary>
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

    /// <summary>Markdown with its tag, or 304 where the caller has it.</summary>
    public static IResult Markdown(this HttpContext context, string text, Language language)
    {
        context.Response.Headers.CacheControl = "no-cache";
        context.Speak(language);
        var bytes = Encoding.UTF8.GetBytes(text);
        return Results.Bytes(bytes, MediaType, entityTag: new EntityTagHeaderValue($"\"{ETags.TagOf(bytes)}\""));
    }

    private static IResult GuideOf(string language, string slug, HttpContext context, SiteLanguages languages, GuideShelf shelf)
    {
        var words = context.Speak(languages.BySlug(language)!);
        return shelf.Find(words.Language, slug) is { } guide
            ? context.Markdown(MarkdownTwin.Of(guide, context.Request.Origin, words), words.Language)
            : Results.NotFound();
    }
}
