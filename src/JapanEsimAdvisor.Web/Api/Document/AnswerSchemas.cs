using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Questions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>
/// The contract's rule in schemas: an answer has all properties, and unknown ones are null. In a request, properties
/// that may be null are optional.
/// </summary>
public sealed class AnswerSchemas : ISchemaFilter
{
    private static readonly NullabilityInfoContext Nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties } written)
        {
            return;
        }

        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (properties.TryGetValue(name, out var value))
            {
                properties[name] = Saying(OneOf(value, ClosedSets.Of(property)), MayBeNull(property));
            }
        }

        if (IsAnswer(context.Type))
        {
            written.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>A text with a fixed list of values, or a list of such texts.</summary>
    private static IOpenApiSchema OneOf(IOpenApiSchema schema, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            var text = (OpenApiSchema)((schema as OpenApiSchema)?.Items ?? schema);
            text.Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value))];
        }

        return schema;
    }

    private static IOpenApiSchema Saying(IOpenApiSchema schema, bool mayBeNull)
    {
        if (schema is OpenApiSchema { ReadOnly: true } computed)
        {
            // The generator takes a property without a setter for one that a caller must not send.
            computed.ReadOnly = false;
        }

        switch (schema)
        {
            case OpenApiSchema { Enum.Count: > 0 } closed when mayBeNull:
                closed.Type &= ~JsonSchemaType.Null;
                return new OpenApiSchema { AnyOf = [closed, new OpenApiSchema { Type = JsonSchemaType.Null }] };
            case OpenApiSchemaReference when mayBeNull:
                return new OpenApiSchema { AnyOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] };
            case OpenApiSchema { Type: { } type } own:
                own.Type = mayBeNull ? type | JsonSchemaType.Null : type & ~JsonSchemaType.Null;
                return own;
            default:
                return schema;
        }
    }

    private static bool IsAnswer(Type type) => type != typeof(ProblemAnswer) && type.Namespace != typeof(TripRequest).Namespace;

    private static bool MayBeNull(PropertyInfo property)
    {
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
        }
    }
}
