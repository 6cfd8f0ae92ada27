using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.OpenApi;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// Answers as the site gave them once, one for each operation, with the question they answer. They are files, so that the document changes with the contract
/// and not with the catalog; tests hold them to the document's schemas and to what is answered today.
/// </summary>
public static class AnswerExamples
{
    private const string Name = "answered";

    /// <returns>By its name in the document; empty for an operation that answers nothing.</returns>
    /// <exception cref="InvalidOperationException">The operation answers and nobody has written down what.</exception>
    public static Dictionary<string, IOpenApiExample> Of(string operation)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("example." + operation)
            ?? throw new InvalidOperationException($"There is no example of what {operation} answers.");
        var kept = JsonSerializer.Deserialize<AnswerExample>(file, WireJson.Options)!;
        return new() { [Name] = new OpenApiExample { Summary = kept.Summary, Value = kept.Answer } };
    }
}

/// <summary>A question and its answer.</summary>
/// <param name="Address">With <c>{id}</c> where a trip is saved by <paramref name="Body"/> first.</param>
/// <param name="Body">Of the call, or of the trip saved before; null where there is none.</param>
/// <param name="Summary">What was asked and when, in English.</param>
/// <param name="Cut">Every list of objects is cut to so many entries; null: all is there.</param>
/// <param name="Answer">JSON, or the text of another format.</param>
public sealed record AnswerExample(string Method, string Address, JsonObject? Body, string Summary, int? Cut, JsonNode? Answer);
