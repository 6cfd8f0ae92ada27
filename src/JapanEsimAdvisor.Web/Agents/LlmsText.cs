using System.Resources;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>
/// The site in one text for language models (llmstxt.org): its pages and guides in every language, its API and its
/// tools, described in the site's own words.
/// </summary>
public sealed class LlmsText(SiteLanguages languages, GuideStore guides, ISwaggerProvider document, ResourceManager texts)
{
    /// <summary>Example queries for calls that need one.</summary>
    private static readonly Dictionary<string, string> Questions = new(StringComparer.Ordinal) { [ApiSetup.Root + "/recommendations"] = "?people=2&days=7" };

    private readonly Lazy<List<(string Path, string Summary)>> _lists = new(() => ListsOf(document.GetSwagger("v1")));

    /// <param name="origin">Of the site, without a slash at the end.</param>
    public string Of(string origin)
    {
        var words = In(Language.English);
        string[] sections =
        [
            Section(words["site.api"], ApiLinks(words), origin),
            .. languages.All.SelectMany(language => SectionsOf(In(language), origin)),
        ];
        return $"# {words["site.name"]}\n\n> {words["home.description"]}\n\n{words["site.promise"]}\n" + string.Concat(sections);
    }

    private IEnumerable<string> SectionsOf(Words words, string origin)
    {
        var language = words["language." + words.Language.Tag];
        yield return Section(language, PageLinks(words), origin);
        yield return Section($"{words["guides.title"]} ({language})", GuideLinks(words.Language), origin);
    }

    private static string Section(string title, IEnumerable<(string Path, string Name, string Says)> links, string origin) =>
        $"\n## {title}\n\n" + string.Concat(links.Select(link => $"- [{link.Name}]({origin}{link.Path}): {link.Says}\n"));

    private IEnumerable<(string Path, string Name, string Says)> ApiLinks(Words words) =>
    [
        (MarkdownRoutes.ApiDocument, "api.md", words["llms.docs"]),
        ("/openapi/v1.json", "openapi/v1.json", words["llms.openapi"]),
        (AgentsSetup.Address, "MCP", words.Say("llms.mcp", ("tools", string.Join(", ", AgentTool.All.Select(tool => tool.Name))))),
        .. _lists.Value.Select(list => (list.Path + Questions.GetValueOrDefault(list.Path), list.Path, list.Summary)),
    ];

    private static IEnumerable<(string Path, string Name, string Says)> PageLinks(Words words) =>
        FixedPage.All.Select(page => ($"/{words.Language.Slug}{page.Path}", words[page.Title], words[page.Description]));

    private IEnumerable<(string Path, string Name, string Says)> GuideLinks(Language language) =>
        guides.In(language).Select(guide => (MarkdownPage.AddressOf(guide, language), guide.Title, guide.Description));

    /// <summary>Calls of the API that can be followed as links.</summary>
    private static List<(string Path, string Summary)> ListsOf(OpenApiDocument document) =>
    [
        .. from path in document.Paths
           where !path.Key.Contains('{', StringComparison.Ordinal)
           from operation in path.Value.Operations ?? []
           where operation.Key == HttpMethod.Get && !(operation.Value.Parameters ?? []).Any(parameter => parameter.Required)
           select (path.Key, operation.Value.Summary ?? path.Key),
    ];

    private Words In(Language language) => new(language, texts);
}

public static class LlmsTextRoute
{
    /// <summary>Markdown, served as plain text because the file name ends in <c>.txt</c>.</summary>
    public static void MapLlmsText(this IEndpointRouteBuilder app) => app.MapGet("/llms.txt", (HttpContext context, LlmsText text) =>
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text(text.Of(context.Request.Origin), "text/plain; charset=utf-8");
    }).ExcludeFromDescription();
}
