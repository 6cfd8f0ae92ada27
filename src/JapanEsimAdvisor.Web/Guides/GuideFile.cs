using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace JapanEsimAdvisor.Web.Guides;

/// <summary>
/// One parsed <c>{slug}.{language}.md</c>: front matter of <c>key: value</c> lines between two <c>---</c>, then
/// Markdown.
/// </summary>
internal sealed partial record GuideFile(
    string Path, string Slug, string Language, IReadOnlyDictionary<string, string> Front, string Body, int BodyLine)
{
    private const string Fence = "---";

    /// <summary>Ids of sources in the order of the text, with the line in the file.</summary>
    public IReadOnlyList<(string Id, int Line)> Marks { get; } =
    [
        .. MarkPattern().Matches(Body).Select(mark => (mark.Groups[1].Value, BodyLine + Body.AsSpan(0, mark.Index).Count('\n'))),
    ];

    /// <summary>Levels of the headings in the order of the text.</summary>
    public IReadOnlyList<int> Headings { get; } =
    [
        .. GuideMarkdown.Parse(Body).Descendants<HeadingBlock>().Select(heading => heading.Level),
    ];

    /// <summary>Addresses the text links to, with the line in the file.</summary>
    public IReadOnlyList<(string Url, int Line)> Links { get; } =
    [
        .. GuideMarkdown.Parse(Body).Descendants<LinkInline>().Select(link => (link.Url ?? string.Empty, BodyLine + link.Line)),
    ];

    /// <param name="path">Below the data folder, with forward slashes.</param>
    /// <returns>Without front matter all text is body. The language is empty if the file name holds none.</returns>
    public static GuideFile Parse(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        var front = lines.Take(end).Skip(1).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2);
        var name = System.IO.Path.GetFileNameWithoutExtension(path).Split('.', 2);
        return new GuideFile(
            path, name[0], name.ElementAtOrDefault(1) ?? string.Empty,
            front.DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.Ordinal),
            string.Join('\n', lines.Skip(end + 1)), end + 2);
    }

    [GeneratedRegex(@"\[\^([^\]\s]+)\]")]
    public static partial Regex MarkPattern();
}
