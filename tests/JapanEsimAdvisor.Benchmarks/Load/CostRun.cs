using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace JapanEsimAdvisor.Benchmarks.Load;

/// <summary>Processor time of the site for single requests of every shape it accepts, the most expensive first.</summary>
internal static class CostRun
{
    private const int MostListed = 20;

    private const int WarmRequests = 60;

    private const int Repeats = 3;

    /// <summary>People of each kind; the product of (people + 1) is what a search grows with.</summary>
    private static readonly int[][] Parties =
    [
        [1], [4], [60], [1, 1], [1, 1, 1, 1], [2, 2, 2], [30, 30], [15, 15, 15], [20, 20, 20], [10, 10, 10, 10], [5, 5, 5, 5],
        [2, 2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2, 2, 2],
        [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [7, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ];

    private static readonly int[] Lengths = [3, 10, 90, 365];

    private static readonly (string Name, string[] Include)[] Parts =
    [
        ("alone", []),
        ("frontier", ["frontier"]),
        ("everything but the frontier", ["flip-points", "why-not", "percentiles", "fair-split", "backup"]),
    ];

    /// <summary>Writes the table to the console and to <paramref name="folder"/>.</summary>
    public static async Task<int> MeasureAsync(string folder)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        using var site = await SiteProcess.StartAsync(client);
        for (var warm = 0; warm < WarmRequests; warm++)
        {
            await AskAsync(client, site, new Shape(Parties[warm % 8], 5 + warm, warm % 2 == 0 ? null : Parts[warm % 3]), 0);
        }

        var rows = new List<(Shape Shape, int Status, double Milliseconds)>();
        foreach (var shape in Shapes())
        {
            rows.Add(await CostAsync(client, site, shape));
        }

        var table = Table(rows);
        Console.WriteLine(table);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "cost.md"), table);
        return 0;
    }

    private static IEnumerable<Shape> Shapes() =>
        from party in Parties
        from days in Lengths
        from part in Parts.Select(part => ((string Name, string[] Include)?)part).Append(null)
        select new Shape(party, days, part);

    /// <summary>The least of some requests that differ in nothing that matters, so that no cache answers.</summary>
    private static async Task<(Shape Shape, int Status, double Milliseconds)> CostAsync(HttpClient client, SiteProcess site, Shape shape)
    {
        var (least, status) = (double.PositiveInfinity, 0);
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            var before = site.ProcessorTime;
            status = await AskAsync(client, site, shape, repeat);
            least = Math.Min(least, (site.ProcessorTime - before).TotalMilliseconds);
        }

        return (shape, status, least);
    }

    private static async Task<int> AskAsync(HttpClient client, SiteProcess site, Shape shape, int number)
    {
        using var body = new StringContent(shape.Body(number), Encoding.UTF8, "application/json");
        using var answer = shape.Part is null
            ? await client.GetAsync(new Uri(site.Address, "/en/result?" + shape.Query(number)))
            : await client.PostAsync(new Uri(site.Address, "/api/v1/recommendations"), body);
        _ = await answer.Content.ReadAsByteArrayAsync();
        return (int)answer.StatusCode;
    }

    private static string Table(List<(Shape Shape, int Status, double Milliseconds)> rows)
    {
        var table = new StringBuilder(
            "| people of each kind | sub-parties | days | asked | status | CPU ms |\n|---|---|---|---|---|---|\n");
        foreach (var (shape, status, milliseconds) in rows
            .Where(row => row.Status == 200)
            .OrderByDescending(row => row.Milliseconds)
            .Take(MostListed))
        {
            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {shape.People} | {shape.SubParties} | {shape.Days} | {shape.Part?.Name ?? "page"} | {status} | {milliseconds:F0} |"));
        }

        foreach (var group in rows
            .Where(row => row.Status == 200)
            .GroupBy(row => (row.Shape.SubParties, Asked: row.Shape.Part?.Name ?? "page"))
            .OrderBy(group => group.Key.Asked, StringComparer.Ordinal)
            .ThenBy(group => group.Key.SubParties))
        {
            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key.Asked}, {group.Key.SubParties} sub-parties: at most {group.Max(row => row.Milliseconds):F0} ms"));
        }

        return table.ToString();
    }

    /// <param name="Part">What is asked of the API; null for the page.</param>
    private sealed record Shape(int[] Party, int Days, (string Name, string[] Include)? Part)
    {
        /// <summary>Differs so little that it changes only the answer's cache key.</summary>
        private const double Grain = 0.0001;

        public string People => string.Join(' ', Party);

        public int SubParties => Party.Aggregate(1, (product, people) => product * (people + 1));

        public string Query(int number) => string.Join('&', Party.Select((people, kind) => string.Create(
            CultureInfo.InvariantCulture,
            $"travelers[{kind}].count={people}&travelers[{kind}].usage.gbPerDay={Gb(kind, number)}"
                + $"&travelers[{kind}].hoursApartPerDay={kind % 3}")))
                + FormattableString.Invariant($"&trip.days={Days}&trip.homeCountry=US");

        public string Body(int number)
        {
            var travelers = Party.Select((people, kind) => (JsonNode)new JsonObject
            {
                ["count"] = people,
                ["usage"] = new JsonObject { ["gbPerDay"] = Gb(kind, number) },
                ["hoursApartPerDay"] = kind % 3,
            });
            return new JsonObject
            {
                ["trip"] = new JsonObject { ["days"] = Days, ["homeCountry"] = "US" },
                ["travelers"] = new JsonArray([.. travelers]),
                ["include"] = new JsonArray([.. (Part?.Include ?? []).Select(part => (JsonNode)JsonValue.Create(part))]),
            }.ToJsonString();
        }

        private static double Gb(int kind, int number) => Math.Round(0.5 + (kind * 0.1) + (number * Grain), 4);
    }
}
