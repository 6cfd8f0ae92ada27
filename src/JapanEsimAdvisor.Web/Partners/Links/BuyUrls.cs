using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using JapanEsimAdvisor.Web.Partners.Keys;

namespace JapanEsimAdvisor.Web.Partners.Links;

/// <summary>
/// Inserts a partner's links into a finished answer. Everything except the values of <c>buyUrl</c> is copied byte by
/// byte, so that ranking, prices and texts cannot depend on the caller.
/// </summary>
public static class BuyUrls
{
    /// <param name="body">
    /// JSON in UTF-8. Objects with <c>buyUrl</c> have their plan (<c>planId</c> or <c>id</c>) and their <c>provider</c>
    /// (id or object) before it.
    /// </param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static ReadOnlyMemory<byte> Put(ReadOnlySpan<byte> body, LinkTemplate template)
    {
        var (into, walk, copied) = (new ArrayBufferWriter<byte>(body.Length + 1024), new Walk(), 0);
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (walk.StepTo(ref reader) is { } at)
            {
                into.Write(body[copied..(int)reader.TokenStartIndex]);
                into.Write(Quoted(template.Fill(reader.GetString()!, at.Provider ?? string.Empty, at.PlanId ?? string.Empty)));
                copied = (int)reader.BytesConsumed;
            }
        }

        into.Write(body[copied..]);
        return into.WrittenMemory;
    }

    private static byte[] Quoted(string text) =>
        [(byte)'"', .. JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"'];

    /// <summary>An object that contains the reader's position.</summary>
    private sealed class Place(string? name)
    {
        public string? Name { get; } = name;

        public string? PlanId { get; set; }

        public string? Provider { get; set; }
    }

    private sealed class Walk
    {
        private readonly Stack<Place> _open = new();

        private string? _property;

        /// <returns>The object whose <c>buyUrl</c> is at the reader's position; else null.</returns>
        public Place? StepTo(ref Utf8JsonReader reader)
        {
            var property = _property;
            _property = reader.TokenType == JsonTokenType.PropertyName ? NameOf(ref reader) : null;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _open.Push(new Place(property));
                    return null;
                case JsonTokenType.EndObject:
                    Close();
                    return null;
                case JsonTokenType.String when property is not null:
                    return Note(property, ref reader);
                default:
                    return null;
            }
        }

        /// <summary>Reads only the needed names as strings, to avoid allocations for the others.</summary>
        private static string? NameOf(ref Utf8JsonReader reader) =>
            reader.ValueTextEquals("buyUrl"u8) ? "buyUrl"
            : reader.ValueTextEquals("planId"u8) ? "planId"
            : reader.ValueTextEquals("provider"u8) ? "provider"
            : reader.ValueTextEquals("id"u8) ? "id"
            : null;

        private Place? Note(string property, ref Utf8JsonReader reader)
        {
            var place = _open.Peek();
            switch (property)
            {
                case "buyUrl":
                    return place;
                case "provider":
                    place.Provider = reader.GetString();
                    break;
                case "planId":
                    place.PlanId = reader.GetString();
                    break;
                default:
                    place.PlanId ??= reader.GetString();
                    break;
            }

            return null;
        }

        private void Close()
        {
            var closed = _open.Pop();
            if (closed.Name == "provider" && _open.TryPeek(out var around))
            {
                around.Provider = closed.PlanId;
            }
        }
    }
}
