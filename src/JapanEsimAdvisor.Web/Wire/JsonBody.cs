using System.Text.Json;
using System.Text.Json.Nodes;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>A request body as a JSON object, or the problem that says why it is not one.</summary>
public static class JsonBody
{
    public const int MostKilobytes = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <param name="kilobytes">Largest size of a body; larger ones are refused.</param>
    public static async Task<(JsonObject? Body, IResult? Problem)> ReadAsync(HttpContext context, int kilobytes = MostKilobytes)
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, ApiProblems.Status(context, StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type"));
        }

        if (await BytesAsync(context.Request, kilobytes * 1024) is not { } bytes)
        {
            return (null, ApiProblems.Status(context, StatusCodes.Status413PayloadTooLarge, "body-too-large", ("most", kilobytes)));
        }

        if (LineOfBrokenText(bytes) is { } broken)
        {
            return (null, ApiProblems.Status(context, StatusCodes.Status400BadRequest, "malformed-json", ("line", broken)));
        }

        try
        {
            return JsonNode.Parse(bytes, null, Strict) is JsonObject body
                ? (body, null)
                : (null, ApiProblems.Status(context, StatusCodes.Status400BadRequest, "not-an-object"));
        }
        catch (JsonException wrong)
        {
            return (
                null,
                ApiProblems.Status(context, StatusCodes.Status400BadRequest, "malformed-json", ("line", (int)(wrong.LineNumber ?? 0) + 1)));
        }
    }

    /// <summary>Whether every text of this JSON is valid Unicode; false if it is not JSON.</summary>
    public static bool IsText(ReadOnlySpan<byte> json) => LineOfBrokenText(json) is null;

    /// <summary>
    /// Invalid Unicode, raw or escaped, passes the parser and fails only when it is read. This finds it before that.
    /// </summary>
    private static int? LineOfBrokenText(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return null;
        }
        catch (JsonException wrong)
        {
            return (int)(wrong.LineNumber ?? 0) + 1;
        }
        catch (InvalidOperationException)
        {
            return bytes[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
        }
    }

    /// <summary>Null if the body is larger than <paramref name="most"/> bytes.</summary>
    private static async Task<byte[]?> BytesAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        var buffer = new byte[request.ContentLength ?? most + 1];
        var length = await ReadAsync(request, buffer);
        return length > most ? null : length == buffer.Length ? buffer : buffer[..length];
    }

    /// <exception cref="BadHttpRequestException">
    /// The body is not encoded as HTTP requires. The server itself reports most such bodies.
    /// </exception>
    private static async Task<int> ReadAsync(HttpRequest request, byte[] buffer)
    {
        try
        {
            return await request.Body.ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body cannot be read.", broken);
        }
    }
}
