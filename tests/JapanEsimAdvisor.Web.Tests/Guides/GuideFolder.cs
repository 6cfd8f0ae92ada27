using System.Collections.Immutable;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Guides;

namespace JapanEsimAdvisor.Web.Tests.Guides;

/// <summary>A data folder with one good guide in every language, to be spoiled; gone with the test.</summary>
internal sealed class GuideFolder : IDisposable
{
    private const string Text =
        "---\ntitle: Trains\ndescription: About trains.\norder: 10\n---\nTrains run.[^timetable] Ask [us](/).\n\n## "
            + "When\n\nOften.[^station]\n";

    private readonly string _data = Directory.CreateTempSubdirectory("jea-guides-").FullName;

    public GuideFolder()
    {
        Directory.CreateDirectory(Path.Combine(_data, "guides"));
        foreach (var language in GuideReader.Languages)
        {
            Write($"trains.{language}.md", Text);
        }

        Sources("timetable", "station");
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_data, "guides", name), text);

    public void Change(string name, string from, string to)
    {
        Assert.Contains(from, Text, StringComparison.Ordinal);
        Write(name, Text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Remove(string name) => File.Delete(Path.Combine(_data, "guides", name));

    /// <summary>The list of sources, one a line from line 3.</summary>
    public void Sources(params IEnumerable<string> ids) => Write(
        "sources.json",
        $"{{\n\"sources\": [\n{string.Join(",\n", ids.Select(Source))}\n]\n}}\n");

    private static string Source(string id) =>
        $$"""{"id":"{{id}}","title":"A page","language":"en","url":"https://example.org/{{id}}","dated":null,"""
        + "\"checked\":\"2026-11-22\"}";

    public (GuideStore Guides, ImmutableArray<DataProblem> Problems) Read() => GuideReader.Read(_data);

    /// <summary>The only problem, as an operator reads it.</summary>
    public string Refusal() => Assert.Single(Read().Problems).ToString();

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
