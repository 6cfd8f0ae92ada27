using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Guides;

/// <summary>A guide as a complete Markdown document: its text, absolute links and its sources as footnotes.</summary>
public static partial class MarkdownPage
{
    /// <param name="origin">Of the site, without a slash at the end.</param>
    public static string Of(Guide guide, string origin, Words words)
    {
        var body = OwnLinks().Replace(guide.Markdown, link => $"]({origin}{Address(link.Groups[1].Value, words.Language)})");
        var sources = string.Concat(guide.Sources.Select(source => $"\n[^{source.Id}]: [{Escaped(source.Title)}]({source.Url}). {Dates(source, words)}\n"));
        return $"# {guide.Title}\n\n> {guide.Description}\n\n{body}\n\n## {words["guides.sources"]}\n\n{words["guides.sources.lead"]}\n{sources}";
    }

    /// <summary>Address of a guide's Markdown.</summary>
    public static string AddressOf(Guide guide, Language language) => $"/{language.Slug}/guides/{guide.Slug}.md";

    /// <summary>Links to guides lead to their Markdown, other links to pages.</summary>
    private static string Address(string path, Language language) =>
        $"/{language.Slug}{(path == "/" ? string.Empty : path)}{(path.StartsWith("/guides/", StringComparison.Ordinal) ? ".md" : string.Empty)}";

    private static string Dates(GuideSource source, Words words) => words.Say(
        "guides.source", (
            "dated",
            source.Dated is null
                ? words["guides.source.undated"]
                : words.PartialDate(source.Dated)), ("read", words.PartialDate(source.Checked)));

    private static string Escaped(string title) => Brackets().Replace(title, @"\$0");

    [GeneratedRegex(@"\]\((/[^)\s]*)\)")]
    private static partial Regex OwnLinks();

    [GeneratedRegex(@"[\[\]\\]")]
    private static partial Regex Brackets();
}
