using System.Text.Json;
using System.Text.Json.Nodes;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>One text for a request however its properties are ordered and spaced.</summary>
public static class CanonicalJson
{
    public static string Of(JsonObject tree)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            Write(writer, tree);
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject known:
                writer.WriteStartObject();
                foreach (var (name, value) in known.OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var entry in list)
                {
                    Write(writer, entry);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
