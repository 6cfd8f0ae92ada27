using System.Globalization;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Document;

/// <summary>Meaning and codes of each error status.</summary>
public static class ProblemFacts
{
    private static readonly Words English = new(Language.English);

    private static readonly Dictionary<string, (string Description, string[] Codes)> ByStatus = new(StringComparer.Ordinal)
    {
        ["400"] = ("Something in the request is wrong: errors and codes say what, by JSON path or parameter.", ["invalid-request"]),
        ["401"] = ("The key does not exist, or has been revoked or replaced.", ["unknown-key", "revoked-key"]),
        ["403"] = ("The key, the page's origin or the edit token does not allow this.", ["secret-key-in-browser", "origin-not-allowed"]),
        ["404"] = ("There is nothing under this id.", ["not-found"]),
        ["410"] = ("The trip has expired or was deleted.", ["trip-expired", "trip-deleted"]),
        ["412"] = ("The trip has changed since the ETag of If-Match was read.", ["trip-changed"]),
        ["413"] = ("The body is larger than any request needs.", ["body-too-large"]),
        ["415"] = ("The body is not application/json.", ["unsupported-media-type"]),
        ["428"] = ("If-Match is missing.", ["if-match-required"]),
        ["429"] = ("Too many calls for now: wait for as long as Retry-After says.", ["quota-exceeded"]),
        ["503"] = ("A database is locked or cannot be used: wait for as long as Retry-After says.", ["database-busy", "database-failed"]),
    };

    public static string Description(string status) => ByStatus[status].Description;

    /// <param name="hasBody">Whether the operation reads a body.</param>
    public static IEnumerable<string> Codes(string operation, string status, bool hasBody) => (operation, status) switch
    {
        ("recommend", "400") => ["invalid-request", "trip-over", "malformed-json", "not-an-object"],
        ("recommendFromLink", "400") => ["invalid-request", "trip-over"],
        (_, "400") when hasBody => ["invalid-request", "malformed-json", "not-an-object"],
        ("getTrip" or "changeTrip" or "deleteTrip", "404") => ["trip-not-found"],
        ("saveTrip", "403") => [.. ByStatus[status].Codes, "read-only-key"],
        ("changeTrip" or "deleteTrip", "403") => [.. ByStatus[status].Codes, "read-only-key", "edit-token-wrong"],
        ("saveTrip" or "changeTrip" or "deleteTrip", "429") => [.. ByStatus[status].Codes, "too-many-trips"],
        _ => ByStatus[status].Codes,
    };

    /// <summary>A problem as the API answers it in English.</summary>
    public static JsonObject Example(string status, string code)
    {
        var problem = new JsonObject
        {
            ["type"] = ApiProblems.TypePrefix + code,
            ["title"] = English[$"problem.{code}.title"],
            ["status"] = int.Parse(status, CultureInfo.InvariantCulture),
            ["detail"] = English.Say($"problem.{code}.detail", ("id", "id"), ("line", 1), ("most", JsonBody.MostKilobytes)),
            ["code"] = code,
        };
        if (code == "invalid-request")
        {
            problem["errors"] = new JsonObject
            {
                ["lang"] = new JsonArray(English.Say(
                "error.unknown-language", ("value", "xx"), ("known", "en, zh-Hans, zh-Hant, ja, ko")))
            };
            problem["codes"] = new JsonObject { ["lang"] = new JsonArray("unknown-language") };
        }

        return problem;
    }
}
