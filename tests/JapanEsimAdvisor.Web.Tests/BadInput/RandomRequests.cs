using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace JapanEsimAdvisor.Web.Tests.BadInput;

/// <summary>Requests made from the OpenAPI document, some right, most of them not. The same number always makes the same request.</summary>
internal sealed class RandomRequests
{
    private static readonly string[] Junk =
    [
        "", " ", "null", "true", "-1", "0", "1", "61", "366", "1e308", "NaN", "99999999999999999999", "1.5", "２", "9999-12-31",
        "2026-02-30", "0001-01-01", "[]", "{}", "'", "\"", "<script>", "../../etc/passwd",
        "%00", "\u0000", "\uFFFD", "\u202E", "🦊", "é", "ﬁ", "a,b,,c", "*", "en", "zh-Hans", "JPY", "EUR", "NRT", "US", "typical", "esim",
        "airalo", "apple-iphone-15", "airalo-moshi-moshi-5-gb-7-days", "frontier,backup",
        new string('x', 300), new string('9', 40),
    ];

    private static readonly string[] Queries =
    [
        "%", "%zz=1", "%ff%fe=1", "&&&", "=", "==", "a=1;b=2", "?x=1", "lang=%E0%A4%A", "trip[days]=1", "travelers[0].phone=",
        "travelers[999999999].id=a", "trip.days.x=1", "people=1&people=2", "__proto__=1", "utm_source=%00", "q=" + "%F0%9F%A6%8A",
    ];

    private static readonly string[] Methods = ["HEAD", "OPTIONS", "PATCH", "TRACE", "PUT", "DELETE", "POST", "GET", "PROPFIND", "get"];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json;charset=",
        "APPLICATION/JSON", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/problem+json",
        "application/xml", "*/*", "a/b;c", "json",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Accept", ["*/*", "text/html", "application/xml;q=0.1", "garbage;;"]),
        ("Accept-Language", ["ja", "zh-TW,zh;q=0.8", "x;q=2", "en-US,*;q=0", ",,,"]),
        ("Accept-Encoding", ["gzip", "br;q=0", "identity", "*;q=0", "zzz"]),
        ("If-None-Match", ["*", "\"a\"", "W/\"a\", \"b\"", "a", "\"", "\"\u00e9\""]),
        ("If-Match", ["*", "\"1\"", "1", "W/\"1\"", "\"\""]),
        ("If-Modified-Since", ["Thu, 01 Jan 1970 00:00:00 GMT", "yesterday"]),
        ("Range", ["bytes=0-1", "bytes=9-1", "bytes=-", "lines=1"]),
        ("Cache-Control", ["only-if-cached", "no-cache", "no-store", "max-age=x"]),
        ("Pragma", ["no-cache"]),
        ("Authorization", ["Bearer x", "Basic !!", "x"]),
        ("Cookie", ["a=b", ";;;", "=" ]),
        ("X-Edit-Token", ["x", "", "8J2uVxQ0bq3mFhYc1RkT5w"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("X-Forwarded-For", ["1.2.3.4", "::1", "x", "1.2.3.4, x"]),
        ("X-Forwarded-Proto", ["gopher"]),
        ("Content-Encoding", ["gzip", "br", "zzz"]), ("Transfer-Encoding", ["gzip"]), ("Forwarded", ["for=_x;proto=z"]),
        ("traceparent", ["00-0-0-0", "x"]),
    ];

    private readonly JsonObject _document;

    private readonly List<(string Path, string Method, JsonObject Operation)> _operations;

    public RandomRequests(string document)
    {
        _document = JsonNode.Parse(document)!.AsObject();
        _operations =
        [
            .. _document["paths"]!.AsObject().SelectMany(
                path => path.Value!.AsObject(),
                (path, operation) => (path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject())),
        ];
    }

    /// <returns>The request, and the statuses its operation tells of; null where the method is not the operation's.</returns>
    public (HttpRequestMessage Request, HashSet<string>? Described) Make(int number)
    {
        var random = new Random(number);
        var (path, method, operation) = _operations[random.Next(_operations.Count)];
        var other = random.Next(20) == 0 ? Pick(random, Methods) : method;
        var request = new HttpRequestMessage(new HttpMethod(other), new Uri(Address(path, operation, random), UriKind.Relative));
        if (operation["requestBody"] is JsonObject || random.Next(20) == 0)
        {
            request.Content = Content(operation["requestBody"]?["content"]?["application/json"]?["schema"], random);
        }

        AddHeaders(request, operation, random);
        return (request, other == method ? [.. operation["responses"]!.AsObject().Select(answer => answer.Key)] : null);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private static string Escape(string text, Random random) =>
        random.Next(12) == 0 ? Uri.EscapeDataString(text).ToLowerInvariant() : Uri.EscapeDataString(text);

    private static string Address(string path, JsonObject operation, Random random)
    {
        var parameters = operation["parameters"]!.AsArray().Select(parameter => parameter!.AsObject()).ToList();
        foreach (var parameter in parameters.Where(parameter => (string?)parameter["in"] == "path"))
        {
            var value = Value(parameter, random).Replace("\0", "%", StringComparison.Ordinal);
            path = path.Replace(
                "{" + (string?)parameter["name"] + "}", Uri.EscapeDataString(value.Length == 0 ? "x" : value), StringComparison.Ordinal);
        }

        var query = parameters
            .Where(parameter => (string?)parameter["in"] == "query" && random.Next(4) == 0)
            .Select(parameter => Escape((string)parameter["name"]!, random) + "=" + Escape(Value(parameter, random), random))
            .ToList();
        if (random.Next(8) == 0)
        {
            query.Insert(random.Next(query.Count + 1), Pick(random, Queries));
        }

        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    private static string Value(JsonObject parameter, Random random) => random.Next(3) switch
    {
        0 => Pick(random, Junk),
        1 when parameter["schema"]?["enum"] is JsonArray values => (string)Pick(random, values.ToList())!,
        _ => parameter["example"]?.ToString() ?? Pick(random, Junk),
    };

    private static void AddHeaders(HttpRequestMessage request, JsonObject operation, Random random)
    {
        foreach (var parameter in operation["parameters"]!
            .AsArray()
            .Where(parameter => (string?)parameter!["in"] == "header" && random.Next(2) == 0))
        {
            request.Headers.TryAddWithoutValidation(
                (string)parameter!["name"]!,
                Value(parameter.AsObject(), random).Replace("\0", " ", StringComparison.Ordinal));
        }

        for (var more = random.Next(4); more > 0; more--)
        {
            var (name, values) = Pick(random, Headers);
            if (!request.Headers.TryAddWithoutValidation(name, Pick(random, values)))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, Pick(random, values));
            }
        }
    }

    private ByteArrayContent Content(JsonNode? schema, Random random)
    {
        var text = random.Next(15) switch
        {
            0 => Pick(random, Junk),
            1 => string.Concat(Enumerable.Repeat("[", random.Next(1, 5000))),
            2 => "{\"a\":\"" + new string('x', random.Next(1, 100_000)) + "\"}",
            _ => Instance(schema, random, 0)?.ToJsonString() ?? "null",
        };
        var content = new ByteArrayContent(Encoded(Wounded(text, random), random));
        content.Headers.TryAddWithoutValidation("Content-Type", random.Next(4) == 0 ? Pick(random, ContentTypes) : "application/json");
        return content;
    }

    private static string Wounded(string text, Random random) => random.Next(8) switch
    {
        0 when text.Length > 2 => text.Remove(random.Next(text.Length - 1), 1),
        1 => text.Insert(random.Next(text.Length + 1), Pick(random, Junk)),
        2 => text[..random.Next(text.Length + 1)],
        _ => text,
    };

    private static byte[] Encoded(string text, Random random)
    {
        var bytes = random.Next(12) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            2 => Zipped(text),
            3 => Encoding.Latin1.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
        if (bytes.Length > 0 && random.Next(10) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static byte[] Zipped(string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    /// <summary>A value that fits its schema more often than not.</summary>
    private JsonNode? Instance(JsonNode? schema, Random random, int depth)
    {
        var known = Resolved(schema, random);
        return random.Next(14) == 0 || known is null || depth > 8 ? Stranger(random) : KindOf(known, random) switch
        {
            "object" => Properties(known, random, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Instance(known["items"], random, depth + 1))]),
            "integer" => JsonValue.Create(random.Next(6) == 0 ? random.Next(-1, 400) : random.Next(1, 4)),
            "number" => JsonValue.Create(Math.Round(random.NextDouble() * 30, random.Next(4))),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "string" when known["enum"] is JsonArray values => Pick(random, values.ToList())!.DeepClone(),
            "string" when (string?)known["format"] == "date"
                => JsonValue.Create(new DateOnly(2026, 11, 20).AddDays(random.Next(60)).ToString("O", CultureInfo.InvariantCulture)),
            "string" => JsonValue.Create(Pick(random, Junk)),
            _ => null,
        };
    }

    private JsonObject? Resolved(JsonNode? schema, Random random)
    {
        var known = schema as JsonObject;
        if (known?["anyOf"] is JsonArray choices)
        {
            known = (JsonObject?)choices[random.Next(choices.Count)];
        }

        return (string?)known?["$ref"] is { } reference
            ? (JsonObject?)_document["components"]!["schemas"]![reference.Split('/')[^1]]
            : known;
    }

    private static string? KindOf(JsonObject schema, Random random) => schema["type"] switch
    {
        JsonArray kinds => (string?)Pick(random, kinds.ToList()),
        var kind => (string?)kind,
    };

    private JsonObject Properties(JsonObject schema, Random random, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, value) in (schema["properties"] as JsonObject)?.ToList() ?? [])
        {
            if (random.Next(depth == 0 ? 2 : 4) == 0)
            {
                made[name] = Instance(value, random, depth + 1);
            }
        }

        if (schema["additionalProperties"] is JsonObject entry)
        {
            made[Pick(random, ["maps", "video", "knitting", ""])] = Instance(entry, random, depth + 1);
        }

        if (random.Next(12) == 0)
        {
            made[Pick(random, Junk)] = Stranger(random);
        }

        return made;
    }

    private static JsonNode? Stranger(Random random) => random.Next(6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next()),
        2 => new JsonArray(),
        3 => new JsonObject { ["x"] = 1 },
        4 => JsonValue.Create(true),
        _ => JsonValue.Create(Pick(random, Junk)),
    };
}
