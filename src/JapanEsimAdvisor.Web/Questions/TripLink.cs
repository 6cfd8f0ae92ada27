using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Extensions;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A request as the address that asks the same: the way back from <see cref="RequestReader"/>.</summary>
public static partial class TripLink
{
    /// <summary>Whether a query parameter could be a path of a trip: pages pass over all others.</summary>
    public static bool IsPath(string name) => Path().IsMatch(name);

    /// <returns>The query string, with its question mark.</returns>
    public static string QueryOf(TripRequest request) => new QueryBuilder(ParametersOf(request)).ToString();

    /// <summary>Names are the body's own paths; what says nothing is left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ParametersOf(TripRequest request) =>
        Leaves(string.Empty, JsonSerializer.SerializeToNode(Counted(request), WireJson.Options));

    /// <summary>A traveler of whom nothing is known would leave no trace in an address.</summary>
    private static TripRequest Counted(TripRequest request) => request with { Travelers = request.Travelers?.Select(part => part with { Count = part.Count ?? 1 }).ToList() };

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string path, JsonNode? node) => node switch
    {
        null => [],
        JsonObject known => known.SelectMany(property => Leaves(path.Length == 0 ? property.Key : path + "." + property.Key, property.Value)),
        JsonArray list when list.All(entry => entry is JsonValue) => list.SelectMany(entry => Leaves(path, entry)),
        JsonArray list => list.SelectMany((entry, index) => Leaves(FormattableString.Invariant($"{path}[{index}]"), entry)),
        _ => [KeyValuePair.Create(path, node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString())],
    };

    [GeneratedRegex(@"^(people|include|whyNot(\[.*)?|(trip|everyone|preferences)\..*|travelers\[.*)$")]
    private static partial Regex Path();
}
