using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using ModelContextProtocol.Protocol;
using Swashbuckle.AspNetCore.Swagger;

namespace JapanEsimAdvisor.Web.Agents;

/// <summary>
/// The tools as agents see them: descriptions, shapes, units and ranges come from the OpenAPI document. A tool takes
/// <c>lang</c> and the properties of its call's body or the query parameters. Its answer is the call's answer.
/// </summary>
public sealed partial class ToolDescriptions(ISwaggerProvider document)
{
    private const string OfDocument = "#/components/schemas/";

    private const string OfTool = "#/$defs/";

    private readonly Lazy<Task<ImmutableArray<Tool>>> _tools = new(() => DescribeAsync(document));

    public Task<ImmutableArray<Tool>> AllAsync() => _tools.Value;

    private static async Task<ImmutableArray<Tool>> DescribeAsync(ISwaggerProvider document)
    {
        var text = await document.GetSwagger("v1").SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        var root = JsonNode.Parse(text.Replace(OfDocument, OfTool, StringComparison.Ordinal))!;
        var operations = root["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(method => method.Value)
            .OfType<JsonObject>()
            .ToLookup(operation => operation["operationId"]?.GetValue<string>());
        return
        [
            .. AgentTool.All.Select(tool => ToTool(tool, operations[tool.Operation].First(), root["components"]!["schemas"]!.AsObject())),
        ];
    }

    private static Tool ToTool(AgentTool tool, JsonObject operation, JsonObject schemas)
    {
        var summary = operation["summary"]!.GetValue<string>();
        return new Tool
        {
            Name = tool.Name,
            Title = summary,
            Description = operation["description"] is { } more ? $"{summary}. {more.GetValue<string>()}" : summary,
            InputSchema = JsonSerializer.SerializeToElement(SchemaOf(operation, schemas)),
            OutputSchema = JsonSerializer.SerializeToElement(SchemaOfAnswer(operation, schemas)),
            Annotations = new ToolAnnotations { Title = summary, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        };
    }

    private static JsonObject SchemaOf(JsonObject operation, JsonObject schemas)
    {
        var properties = new JsonObject([.. OfBody(operation, schemas), .. OfAddress(operation)]);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["$defs"] = Used(properties, schemas),
        };
    }

    /// <summary>
    /// Schema of a successful answer: an object, as the protocol requires, with the schemas it refers to.
    /// </summary>
    private static JsonObject SchemaOfAnswer(JsonObject operation, JsonObject schemas)
    {
        var answer = operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>();
        var schema = schemas[answer[OfTool.Length..]]!.DeepClone().AsObject();
        schema["$defs"] = Used(schema, schemas);
        return schema;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> OfBody(JsonObject operation, JsonObject schemas) =>
        operation["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"] is { } body
            ? schemas[body.GetValue<string>()[OfTool.Length..]]!["properties"]!.AsObject()
                .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone()))
            : [];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> OfAddress(JsonObject operation) =>
        from parameter in operation["parameters"] as JsonArray ?? []
        where parameter["in"]!.GetValue<string>() == "query"
        select KeyValuePair.Create(parameter["name"]!.GetValue<string>(), (JsonNode?)SchemaOf(parameter));

    private static JsonObject SchemaOf(JsonNode parameter)
    {
        var schema = parameter["schema"]?.DeepClone().AsObject() ?? [];
        if (parameter["description"] is { } description)
        {
            schema["description"] = description.DeepClone();
        }

        return schema;
    }

    /// <summary>The schemas that a schema refers to, directly or through others.</summary>
    private static JsonObject Used(JsonObject root, JsonObject schemas)
    {
        var used = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var open = new Queue<string>(NamedIn(root));
        while (open.TryDequeue(out var name))
        {
            if (used.TryAdd(name, schemas[name]!.DeepClone()))
            {
                NamedIn(schemas[name]!).ToList().ForEach(open.Enqueue);
            }
        }

        return new JsonObject(used);
    }

    private static IEnumerable<string> NamedIn(JsonNode schema) =>
        Reference().Matches(schema.ToJsonString()).Select(reference => reference.Groups[1].Value);

    [GeneratedRegex("\"\\$ref\":\"#/\\$defs/([^\"]+)\"")]
    private static partial Regex Reference();
}
