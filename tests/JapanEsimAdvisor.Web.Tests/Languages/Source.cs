using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JapanEsimAdvisor.Web.Tests.Languages;

/// <summary>The program's own files, and the texts of each language as they stand in theirs.</summary>
internal static partial class Source
{
    /// <summary>BCP 47 tags of the languages the site speaks, English first.</summary>
    public static readonly string[] Languages = ["en", "zh-Hans", "zh-Hant", "ja", "ko"];

    private static readonly string Root = Path.GetFullPath("../../../src", Path.GetDirectoryName(Here())!);

    public static IReadOnlyDictionary<string, string> Core { get; } = Read("JapanEsimAdvisor.Core");

    public static IReadOnlyDictionary<string, string> Web { get; } = Read("JapanEsimAdvisor.Web");

    /// <summary>The text of the only file of this name, wherever it is.</summary>
    public static string Named(string file) => Core.Concat(Web).Single(one => Path.GetFileName(one.Key) == file).Value;

    public static Dictionary<string, string> Texts(string language) =>
        XDocument.Load(Path.Combine(Root, $"JapanEsimAdvisor.Web/Languages/SiteText{(language == "en" ? "" : "." + language)}.resx")).Root!
            .Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>First groups of a pattern's matches in some files.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> texts, string pattern) =>
        texts.SelectMany(text => Regex.Matches(text, pattern).Select(match => match.Groups[1].Value));

    public static IEnumerable<string> Places(string text) =>
        PlacePattern().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetRelativePath(Root, path), File.ReadAllText, StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{[a-z]\w*\}", RegexOptions.IgnoreCase)]
    private static partial Regex PlacePattern();
}
