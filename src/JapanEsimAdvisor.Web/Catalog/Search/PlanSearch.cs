using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>Finds plans by their names.</summary>
public static partial class PlanSearch
{
    private const CompareOptions Forgiving = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>
    /// The plans with exactly this name, with or without their seller's name. An eSIM and a SIM card can share one
    /// name.
    /// </summary>
    public static IEnumerable<Plan> Named(CatalogSnapshot catalog, string text) =>
        catalog.Plans.Where(plan => plan.Id == text || IsSame(catalog.NameOf(plan), text) || IsSame(plan.Name, text));

    /// <summary>Names of plans that hold every word, the shortest first.</summary>
    public static IEnumerable<string> NamesLike(CatalogSnapshot catalog, string text) =>
        (string.IsNullOrWhiteSpace(text) ? [] : catalog.Plans.Where(plan => Mentions(plan, catalog, text)))
            .Select(catalog.NameOf)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>Names of plans that may be advised, for suggestions while the user types.</summary>
    public static IEnumerable<string> AdvisableNames(CatalogSnapshot catalog) => catalog.Plans
        .Where(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null)
        .Select(catalog.NameOf)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the name or id holds every word. "10GB" is "10 GB", and a number is the whole number.</summary>
    public static bool Mentions(Plan plan, CatalogSnapshot catalog, string text)
    {
        var name = Spaced($"{catalog.SellerOf(plan).Name} {plan.Name} {plan.Id}");
        var numbers = NumberPattern().Matches(name).Select(number => number.Value).ToHashSet(StringComparer.Ordinal);
        return Spaced(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            NumberPattern().Match(word) is { Success: true } number && number.Length == word.Length
                ? numbers.Contains(word)
                : CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, word, Forgiving) >= 0);
    }

    /// <summary>
    /// The plans with ids most similar to an unknown id: most words in common, then the nearest length.
    /// </summary>
    public static IEnumerable<Plan> Resembling(CatalogSnapshot catalog, string id)
    {
        var wanted = WordsOf(id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return catalog.Plans
            .Select(plan => (Plan: plan, Shared: WordsOf(plan.Id).Distinct().Where(wanted.Contains).Sum(word => word.Length)))
            .Where(found => found.Shared > 0)
            .OrderByDescending(found => found.Shared)
            .ThenBy(found => Math.Abs(found.Plan.Id.Length - id.Length))
            .ThenBy(found => found.Plan.Id, StringComparer.Ordinal)
            .Select(found => found.Plan);
    }

    /// <summary>A space between a number and the unit behind it.</summary>
    private static string Spaced(string text) => UnitPattern().Replace(text, " ");

    [GeneratedRegex(@"(?<=[0-9])(?=\p{L})")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex NumberPattern();

    private static string[] WordsOf(string id) =>
        id.Split(['-', ' ', '_', '.', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsSame(string name, string text) => CultureInfo.InvariantCulture.CompareInfo.Compare(name, text, Forgiving) == 0;
}
