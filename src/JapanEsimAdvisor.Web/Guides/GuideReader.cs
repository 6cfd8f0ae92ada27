using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Guides;

/// <summary>
/// Reads the guides and compares their languages: a guide exists in every language, with the same headings and with the
/// same claims from the same sources in the same order. Reports all problems at once, with file, line and reason.
/// </summary>
public sealed class GuideReader
{
    /// <summary>Languages of every guide, also those not served yet. The others are compared with the first.</summary>
    public static readonly ImmutableArray<string> Languages = ["en", "zh-Hans", "zh-Hant", "ja", "ko"];

    private const string Folder = "guides";

    private const string SourcesPath = Folder + "/sources.json";

    private static readonly string[] Keys = ["title", "description", "order"];

    private readonly ImmutableArray<GuideFile> _files;

    private readonly ImmutableArray<GuideSource> _sources;

    private readonly string _sourcesText;

    private readonly List<DataProblem> _problems = [];

    private GuideReader(ImmutableArray<GuideFile> files, ImmutableArray<GuideSource> sources, string sourcesText) =>
        (_files, _sources, _sourcesText) = (files, sources, sourcesText);

    /// <param name="dataPath">The data folder. It holds no guides if it has no folder for them.</param>
    /// <returns>The guides, or no guides and the reasons.</returns>
    public static (GuideStore Guides, ImmutableArray<DataProblem> Problems) Read(string dataPath)
    {
        var folder = Path.Combine(dataPath, Folder);
        if (!Directory.Exists(folder))
        {
            return (new GuideStore([]), []);
        }

        var files = Directory.EnumerateFiles(folder, "*.md")
            .Order(StringComparer.Ordinal)
            .Select(path => GuideFile.Parse($"{Folder}/{Path.GetFileName(path)}", File.ReadAllText(path)));
        return Read([.. files], File.ReadAllText(Path.Combine(dataPath, SourcesPath)));
    }

    private static (GuideStore Guides, ImmutableArray<DataProblem> Problems) Read(ImmutableArray<GuideFile> files, string sourcesText)
    {
        try
        {
            var reader = new GuideReader(
                files, JsonSerializer.Deserialize<SourcesFile>(sourcesText, WireJson.Options)!.Sources, sourcesText);
            reader.Check();
            return (new GuideStore(reader._problems.Count == 0 ? files.Select(reader.ToGuide) : []), [.. reader._problems]);
        }
        catch (JsonException broken)
        {
            return (
                new GuideStore([]),
                [new DataProblem(
                    SourcesPath, (int)(broken.LineNumber ?? 0) + 1, broken.Path ?? string.Empty, "cannot be read: " + broken.Message)]);
        }
    }

    private void Check()
    {
        foreach (var file in _files)
        {
            CheckAlone(file);
        }

        foreach (var guide in _files.GroupBy(file => file.Slug, StringComparer.Ordinal))
        {
            CheckTogether([.. guide]);
        }

        CheckSources();
    }

    private void CheckAlone(GuideFile file)
    {
        if (!Languages.Contains(file.Language))
        {
            Refuse(file, 0, "name", $"is not a guide's: {{slug}}.{{language}}.md with one of {string.Join(", ", Languages)}");
        }

        foreach (var key in Keys.Where(key => string.IsNullOrWhiteSpace(file.Front.GetValueOrDefault(key))
            || (key == "order" && OrderOf(file) is null)))
        {
            Refuse(file, 1, key, "is missing in the front matter or not in its form");
        }

        foreach (var (id, line) in file.Marks.Where(mark => _sources.All(source => source.Id != mark.Id)))
        {
            Refuse(file, line, "source", $"{id} is not in {SourcesPath}");
        }

        foreach (var (url, line) in file.Links.Where(link => !IsOfTheSite(link.Url)))
        {
            const string Allowed = "a page of the advisor (/, /plans, /devices, /about, /check) or a guide (/guides/slug)";
            Refuse(file, line, "link", $"{url} does not lead to {Allowed}; other pages are sources");
        }
    }

    private void CheckTogether(List<GuideFile> guide)
    {
        var first = guide.MinBy(file => Languages.IndexOf(file.Language) is var place and >= 0 ? place : int.MaxValue)!;
        foreach (var language in Languages.Except(guide.Select(file => file.Language), StringComparer.Ordinal))
        {
            Refuse(first, 0, "language", $"is missing in {language}");
        }

        foreach (var other in guide.Where(file => file != first))
        {
            CheckSame(first, other);
        }
    }

    private void CheckSame(GuideFile first, GuideFile other)
    {
        if (OrderOf(first) != OrderOf(other))
        {
            Refuse(other, 1, "order", $"differs from {first.Path}");
        }

        if (!first.Headings.SequenceEqual(other.Headings))
        {
            Refuse(other, other.BodyLine, "headings", FormattableString.Invariant($"are {other.Headings.Count}, not the {first.Headings.Count} of {first.Path}, or of other levels"));
        }

        var same = first.Marks.Zip(other.Marks).TakeWhile(pair => pair.First.Id == pair.Second.Id).Count();
        if (same < Math.Max(first.Marks.Count, other.Marks.Count))
        {
            var (expected, line) = first.Marks.ElementAtOrDefault(same);
            var found = other.Marks.ElementAtOrDefault(same);
            Refuse(
                other,
                found.Line,
                "source",
                FormattableString.Invariant($"{found.Id ?? "nothing"} where {first.Path}({line}) has {expected ?? "nothing"}"));
        }
    }

    private void CheckSources()
    {
        var used = _files.SelectMany(file => file.Marks).Select(mark => mark.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var source in _sources.Where(source => !used.Contains(source.Id)))
        {
            _problems.Add(new DataProblem(SourcesPath, LineOf(source.Id), source.Id, "is used in no guide"));
        }

        foreach (var twice in _sources.GroupBy(source => source.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            _problems.Add(new DataProblem(SourcesPath, LineOf(twice.Key), twice.Key, "is there more than once"));
        }
    }

    private Guide ToGuide(GuideFile file)
    {
        var ids = file.Marks.Select(mark => mark.Id).Distinct(StringComparer.Ordinal).ToList();
        return new Guide(
            file.Slug, file.Language, file.Front["title"], file.Front["description"], OrderOf(file)!.Value, file.Body.Trim(),
            GuideMarkdown.ToHtml(file.Body, ids, file.Language.ToLowerInvariant()),
            [.. ids.Select(id => _sources.First(source => source.Id == id))]);
    }

    private bool IsOfTheSite(string url) =>
        url is "/" or "/plans" or "/devices" or "/about" or "/check" || _files.Any(file => url == $"/{Folder}/{file.Slug}");

    private static int? OrderOf(GuideFile file) =>
        int.TryParse(file.Front.GetValueOrDefault("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null;

    private int LineOf(string id) =>
        _sourcesText.AsSpan(0, Math.Max(0, _sourcesText.IndexOf($"\"{id}\"", StringComparison.Ordinal))).Count('\n') + 1;

    private void Refuse(GuideFile file, int line, string path, string reason) =>
        _problems.Add(new DataProblem(file.Path, line, path, reason));

    private sealed record SourcesFile(ImmutableArray<GuideSource> Sources);
}
