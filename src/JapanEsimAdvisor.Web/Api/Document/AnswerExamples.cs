using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// Real answers of the site, one for each operation, with their requests. They are files, so that the document changes
/// with the contract and not with the catalog. Tests check them against the document's schemas and against today's
/// answers.
/// </summary>
public static class AnswerExamples
{
    private const string Name = "answered";

    /// <returns>Examples by their name in the document; empty for an operation without an answer.</returns>
    /// <exception cref="InvalidOperationException">The operation has an answer but no example.</exception>
    public static Dictionary<string, IOpenApiExample> Of(string operation)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("example." + operation)
            ?? throw new InvalidOperationException($"There is no example of what {operation} answers.");
        var example = JsonSerializer.Deserialize<AnswerExample>(file, WireJson.Options)!;
        return new() { [Name] = new OpenApiExample { Summary = example.Summary, Value = example.Answer } };
    }
}

/// <summary>A request and its answer.</summary>
/// <param name="Address">Holds <c>{id}</c> if <paramref name="Body"/> saves a trip first.</param>
/// <param name="Body">Body of the call, or of the trip saved before; null if there is none.</param>
/// <param name="Summary">The question and its date, in English.</param>
/// <param name="Cut">Most entries of every list of objects; null if no list is cut.</param>
/// <param name="Answer">JSON, or the text of another format.</param>
public sealed record AnswerExample(string Method, string Address, JsonObject? Body, string Summary, int? Cut, JsonNode? Answer);
