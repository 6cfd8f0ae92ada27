using System.Globalization;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace JapanEsimAdvisor.Web.Guides;

/// <summary>Converts the Markdown of guides to HTML. HTML inside a text is escaped.</summary>
internal static class GuideMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <param name="sources">Ids in the order of their numbers; every claim of the text names one of them.</param>
    /// <param name="language">As in addresses, such as zh-hans.</param>
    public static string ToHtml(string markdown, IReadOnlyList<string> sources, string language)
    {
        var document = Parse(GuideFile.MarkPattern().Replace(markdown, mark => Numbered(Number(sources, mark.Groups[1].Value))));
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is ['/', ..]))
        {
            link.Url = $"/{language}{(link.Url == "/" ? string.Empty : link.Url)}";
        }

        return document.ToHtml(Pipeline);
    }

    private static string Numbered(string number) => $@"[\[{number}\]](#source-{number})";

    private static string Number(IReadOnlyList<string> sources, string id) =>
        (sources.TakeWhile(source => source != id).Count() + 1).ToString(CultureInfo.InvariantCulture);
}
