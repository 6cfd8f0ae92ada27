using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Api.Document;
using JapanEsimAdvisor.Web.Tests.SavedTrips;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Tests.OpenApi;

/// <summary>
/// The answers shown in the OpenAPI document were given by the site. They stay as they were when the catalog changes;
/// where the contract changes, this class is run once with UPDATE_EXAMPLES=1 and asks the questions anew.
/// </summary>
public sealed class AnswerExampleTests(SiteFixture site)
{
    private const string Renew = "UPDATE_EXAMPLES";

    private static readonly string Folder = Path.GetFullPath(
        "../../../src/JapanEsimAdvisor.Web/Api/Document/Examples",
        Path.GetDirectoryName(Here())!);

    private static readonly JsonSerializerOptions Written = new(
        WireJson.Options)
    { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Operations =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Every_operation_that_answers_shows_an_answer()
    {
        var document = JsonNode.Parse((await site.GetAsync("/openapi/v1.json")).Ok().Text)!;
        var answering = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(verb => verb.Value!)
            .Where(operation => (operation["responses"]!["200"] ?? operation["responses"]!["201"]) is not null)
            .ToDictionary(
                operation => (string)operation["operationId"]!,
                operation => (operation["responses"]!["200"] ?? operation["responses"]!["201"])!,
                StringComparer.Ordinal);

        Assert.Equal(answering.Keys.Order(StringComparer.Ordinal), Operations.Select(row => row.Data));
        foreach (var (operation, answer) in answering)
        {
            var shown = Assert.Single(Assert.Single(answer["content"]!.AsObject()).Value!["examples"]!.AsObject()).Value!;
            var kept = await ReadAsync(operation);
            Assert.Equal(kept.Summary, (string?)shown["summary"]);
            Assert.True(JsonNode.DeepEquals(kept.Answer, shown["value"]), $"{operation}: the document shows another answer than its file");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_question_of_an_example_is_answered_in_its_shape(string operation)
    {
        var kept = await ReadAsync(operation);
        var now = await AskAsync(kept);
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(
                FileOf(operation),
                JsonSerializer.Serialize(kept with { Answer = now }, Written) + "\n",
                TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(PropertiesOf(now), PropertiesOf(kept.Answer));
    }

    private async Task<JsonNode> AskAsync(AnswerExample kept)
    {
        using var client = site.CreateClient();
        var (address, headers) = (kept.Address, Array.Empty<(string, string)>());
        if (address.Contains("{id}", StringComparison.Ordinal))
        {
            var (id, token) = (await client.SaveAsync(kept.Body!.ToJsonString())).Saved();
            (address, headers) = (
                address.Replace("{id}", id, StringComparison.Ordinal),
                kept.Method == "PUT" ? [("X-Edit-Token", token), ("If-Match", "*")] : []);
        }

        var content = kept.Body is { } body && kept.Method != "GET"
            ? new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")
            : null;
        var answer = await client.AskAsync(new HttpRequestMessage(new HttpMethod(kept.Method), address) { Content = content }, headers);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{(int)answer.Status} {answer.Text}");
        return answer.MediaType == "text/csv"
            ? JsonValue.Create(string.Concat(answer.Text.Split("\r\n").Take(1 + kept.Cut ?? int.MaxValue).Select(line => line + "\r\n")))
            : Cut(JsonNode.Parse(answer.Text)!, kept.Cut ?? int.MaxValue);
    }

    /// <summary>The answer with its lists of objects cut to so many entries.</summary>
    private static JsonNode Cut(JsonNode node, int most)
    {
        switch (node)
        {
            case JsonArray { Count: > 0 } list:
                return new JsonArray(
                    [.. list.Take(list[0] is JsonObject ? most : list.Count).Select(item => item is null ? null : Cut(item, most))]);
            case JsonObject whole:
                return new JsonObject(
                    whole.Select(property => KeyValuePair.Create(property.Key, property.Value is null ? null : Cut(property.Value, most))));
            default:
                return node.DeepClone();
        }
    }

    /// <summary>Names of the outermost properties; the first line of a table.</summary>
    private static IEnumerable<string> PropertiesOf(JsonNode? answer) =>
        answer is JsonObject whole ? whole.Select(property => property.Key) : [((string)answer!).Split("\r\n")[0]];

    private static async Task<AnswerExample> ReadAsync(string operation) =>
        JsonSerializer.Deserialize<AnswerExample>(
            await File.ReadAllTextAsync(FileOf(operation), TestContext.Current.CancellationToken),
            WireJson.Options)!;

    private static string FileOf(string operation) => Path.Combine(Folder, operation + ".json");

    private static string Here([CallerFilePath] string path = "") => path;
}
