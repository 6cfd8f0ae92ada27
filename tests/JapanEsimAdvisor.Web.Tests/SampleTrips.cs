using System.Text.Json.Nodes;

namespace JapanEsimAdvisor.Web.Tests;

/// <summary>Requests that tests start from.</summary>
internal static class SampleTrips
{
    public const string Couple =
        """{ "trip": { "arrival": "2027-04-02", "departure": "2027-04-11" }, "travelers": [ { "count": 1 },"""
            + """ { "phone": "apple-iphone-15" } ] }""";

    /// <summary>Somebody whose best line is a month's plan, billed three times.</summary>
    public const string ResidentFor75Days =
        """{ "trip": { "arrival": "2026-12-20", "days": 75, "residency": "resident", "homeCountry": "US" },"""
            + """ "travelers": [ { "phone": "apple-iphone-15" } ] }""";

    public const string CoupleOnAPage =
        "?travelers[0].count=2&travelers[0].phone=iPhone+15&trip.arrival=2027-04-02&trip.departure=2027-04-11&"
            + "everyone.usage.profile=typical&everyone.apart=never";

    /// <summary>The couple with one place changed; a place is a path such as <c>travelers[1].phone</c>.</summary>
    public static string With(string path, string json)
    {
        var tree = JsonNode.Parse(Couple)!;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var at = tree;
        foreach (var step in steps.SkipLast(1))
        {
            at = step.StartsWith('[')
                ? at.AsArray()[int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)]!
                : at[step] ??= new JsonObject();
        }

        if (steps[^1].StartsWith('['))
        {
            at.AsArray()[int.Parse(steps[^1].Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(json);
        }
        else
        {
            at[steps[^1]] = JsonNode.Parse(json);
        }

        return tree.ToJsonString();
    }
}
