using System.Globalization;
using System.Text;

namespace JapanEsimAdvisor.Benchmarks.Load;

/// <summary>Answers a second over loopback, each beside a fixed answer of the same size in the same run.</summary>
internal static class LoadRun
{
    private static readonly int[] Connections = [1, 16, 256];

    private const int WarmRuns = 3;

    private static readonly Case[] Cases =
    [
        new("the same question again, four people", "/api/v1/recommendations", "Same.lua"),
        new("a new question each time, four people", "/api/v1/recommendations", "New.lua"),
        new("plans, fifty of the list", "/api/v1/plans?days=10&currency=EUR", null),
    ];

    /// <summary>Writes the table to the console and to <paramref name="folder"/>.</summary>
    public static async Task<int> MeasureAsync(string folder)
    {
        using var client = new HttpClient();
        using var site = await SiteProcess.StartAsync(client);
        var bodies = new Dictionary<string, byte[]>();
        foreach (var one in Cases)
        {
            bodies[one.FixedPath] = await one.AskAsync(client, site.Address);
        }

        await using var fixedAnswers = await FixedAnswers.StartAsync(bodies);
        var table = new StringBuilder("| answers a second | connections | the site | fixed JSON | share |\n|---|---|---|---|---|\n");
        await WarmAsync(site.Address);
        foreach (var (one, connections) in Cases.SelectMany(_ => Connections, (one, connections) => (one, connections)))
        {
            table.AppendLine(await RowAsync(one, connections, site.Address, fixedAnswers.Address, bodies[one.FixedPath].Length));
        }

        Console.WriteLine(table);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "load.md"), table.ToString());
        return 0;
    }

    /// <summary>Asked so often before, the site runs the code that it will go on with.</summary>
    private static async Task WarmAsync(Uri site)
    {
        foreach (var one in Cases.SelectMany(one => Enumerable.Repeat(one, WarmRuns)))
        {
            await Wrk.RateAsync(new Uri(site, one.Path), Connections[1], one.ScriptFile);
        }
    }

    /// <summary>The fixed answer is measured before and after, so that a drift of the machine shows in neither.</summary>
    private static async Task<string> RowAsync(Case one, int connections, Uri site, Uri fixedAnswers, int bytes)
    {
        var (asked, same) = (new Uri(site, one.Path), new Uri(fixedAnswers, one.FixedPath));
        var before = await Wrk.RateAsync(same, connections, one.ScriptFile);
        var rate = await Wrk.RateAsync(asked, connections, one.ScriptFile);
        var plain = (before + await Wrk.RateAsync(same, connections, one.ScriptFile)) / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {one.Name} ({bytes / 1024.0:F1} KB) | {connections} | {rate:F0} | {plain:F0} | {rate / plain:F2} |");
    }
}

/// <summary>A kind of question.</summary>
/// <param name="Script">Lua file beside the program; null for a GET.</param>
internal sealed record Case(string Name, string Path, string? Script)
{
    private const string Question = """{ "trip": { "days": 10 }, "people": 4 }""";

    public string FixedPath => "/" + (Script ?? "Get").Replace(".lua", string.Empty, StringComparison.Ordinal);

    public string? ScriptFile => Script is null ? null : System.IO.Path.Combine(AppContext.BaseDirectory, "Load", Script);

    /// <summary>One answer of the kind, whose size the fixed one takes.</summary>
    public async Task<byte[]> AskAsync(HttpClient client, Uri site)
    {
        using var body = new StringContent(Question, Encoding.UTF8, "application/json");
        using var answer = Script is null ? await client.GetAsync(new Uri(site, Path)) : await client.PostAsync(new Uri(site, Path), body);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }
}
