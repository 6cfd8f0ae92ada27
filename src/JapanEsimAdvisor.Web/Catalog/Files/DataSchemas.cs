using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace JapanEsimAdvisor.Web.Catalog.Files;

/// <summary>Checks data files against the JSON Schemas in the data folder.</summary>
public sealed class DataSchemas
{
    private readonly Dictionary<string, JsonSchema> _schemas;

    private DataSchemas(Dictionary<string, JsonSchema> schemas) => _schemas = schemas;

    public static async Task<DataSchemas> FromAsync(DataFolder folder, CancellationToken cancellation)
    {
        var schemas = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var file in folder.Files.Where(file => IsSchema(file.Path)))
        {
            schemas[file.Path] = await JsonSchema.FromJsonAsync(file.Text, cancellation);
        }

        return new DataSchemas(schemas);
    }

    public static bool IsSchema(string path) => path.StartsWith("schema/", StringComparison.Ordinal);

    /// <summary>Parses a file into a tree with line numbers and checks it.</summary>
    public (JToken? Tree, IReadOnlyList<DataProblem> Problems) Check(DataFile file)
    {
        JToken tree;
        try
        {
            tree = Parse(file.Text);
        }
        catch (JsonReaderException broken)
        {
            return (null, [new DataProblem(file.Path, broken.LineNumber, broken.Path ?? string.Empty, "is not JSON: " + broken.Message)]);
        }

        return _schemas.TryGetValue(SchemaOf(file.Path), out var schema)
            ? (tree, [.. schema.Validate(tree).SelectMany(Leaves).Select(error => Problem(file, error))])
            : (tree, [new DataProblem(file.Path, 0, string.Empty, $"no schema {SchemaOf(file.Path)} for this file")]);
    }

    private static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
    }

    private static string SchemaOf(string path) => path.Split('/') switch
    {
        ["catalog", _] => "schema/seller.schema.json",
        ["devices", _] => "schema/devices.schema.json",
        ["facts", _] => "schema/facts.schema.json",
        ["guides", _] => "schema/guide-sources.schema.json",
        [var name] => $"schema/{Path.GetFileNameWithoutExtension(name)}.schema.json",
        _ => "none",
    };

    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError child && child.Errors.SelectMany(pair => pair.Value).ToList() is { Count: > 0 } inner
            ? inner.SelectMany(Leaves)
            : [error];

    private static DataProblem Problem(DataFile file, ValidationError error) =>
        new(
            file.Path,
            error.HasLineInfo ? error.LineNumber : 0,
            error.Path?.TrimStart('#', '/') ?? string.Empty,
            $"breaks the schema: {error.Kind}");
}
