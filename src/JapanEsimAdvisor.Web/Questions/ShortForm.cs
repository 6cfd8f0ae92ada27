using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>The short names of a link: <c>?people=4&amp;days=10&amp;usage=typical&amp;currency=EUR</c>.</summary>
public static class ShortForm
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["people"] = "people",
        ["days"] = "trip.days",
        ["arrival"] = "trip.arrival",
        ["departure"] = "trip.departure",
        ["airport"] = "trip.airport",
        ["home"] = "trip.homeCountry",
        ["usage"] = "everyone.usage.profile",
        ["apart"] = "everyone.apart",
        ["operator"] = "everyone.homeOperator",
        ["currency"] = "preferences.currency",
        ["priority"] = "preferences.priority",
        ["include"] = "include",
        ["whyNot"] = "whyNot",
        ["basket"] = "preferences.basket",
    };

    /// <summary>Names that mean the same in both forms.</summary>
    private static readonly HashSet<string> InBothForms = new(["people", "include", "whyNot", "basket"], StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>Writes short names out as paths. Both forms in one query are an error: which of them would count?</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Expand(
        IReadOnlyList<KeyValuePair<string, StringValues>> query, ICollection<FieldError> errors)
    {
        var shorts = query.Where(pair => Paths.ContainsKey(pair.Key) && !InBothForms.Contains(pair.Key)).Select(pair => pair.Key).ToList();
        if (shorts.Count > 0 && query.FirstOrDefault(pair => pair.Key.Contains('.', StringComparison.Ordinal)).Key is { } path)
        {
            errors.Add(new FieldError(shorts[0], "two-forms", ("other", path)));
        }

        return query.Select(pair => KeyValuePair.Create(Paths.GetValueOrDefault(pair.Key, pair.Key), pair.Value));
    }
}
