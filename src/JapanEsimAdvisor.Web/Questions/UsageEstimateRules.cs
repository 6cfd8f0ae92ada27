using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What makes hours a day an estimate: the rules of advice, at the paths of the estimate.</summary>
/// <param name="today">Today in Japan.</param>
public sealed class UsageEstimateRules(CatalogSnapshot catalog, DateOnly today)
{
    private const string Usage = "everyone.usage.";

    private const string Preferences = "preferences.";

    public IReadOnlyList<FieldError> Check(UsageEstimateRequest request) => request.Activities is null
        ? [new FieldError("activities", "activities-required")]
        : [.. new TripRules(catalog, today).Check(request.ToParty()).Select(error => error with { Path = Shorter(error.Path) })];

    private static string Shorter(string path) =>
        path.StartsWith(Usage, StringComparison.Ordinal) ? path[Usage.Length..]
        : path.StartsWith(Preferences, StringComparison.Ordinal) ? path[Preferences.Length..]
        : path;
}
