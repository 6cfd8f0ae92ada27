using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Catalog.Search;

/// <summary>Finds plans by their names.</summary>
public static class PlanSearch
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

    public static bool Mentions(Plan plan, CatalogSnapshot catalog, string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            CultureInfo.InvariantCulture.CompareInfo.IndexOf($"{catalog.SellerOf(plan).Name} {plan.Name} {plan.Id}", word, Forgiving) >= 0);

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

    private static string[] WordsOf(string id) =>
        id.Split(['-', ' ', '_', '.', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsSame(string name, string text) => CultureInfo.InvariantCulture.CompareInfo.Compare(name, text, Forgiving) == 0;
}
