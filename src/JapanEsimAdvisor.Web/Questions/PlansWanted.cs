using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What is asked of the plans of a list, the same for page and API; null asks nothing.</summary>
/// <param name="Text">Words of seller, name or id.</param>
/// <param name="JapaneseNumber">True: only plans known to bring one; false: only those known to bring none.</param>
/// <param name="MinGb">Full-speed gigabytes over the quoted days, as stated.</param>
/// <param name="Sort">One of <see cref="Sorts"/>; null: by id.</param>
public sealed record PlansWanted(
    Medium? Medium,
    AllowanceKind? Allowance,
    Audience? Audience,
    TetherPolicy? Tethering,
    string? Network,
    string? Provider,
    string? Text,
    bool? JapaneseNumber,
    int? MinGb,
    string? Sort)
{
    /// <summary>Leaves out what may not be advised, and what has a condition or is for residents, long stays or an operator's customers, unless roaming is asked for.</summary>
    public bool ForVisitors { get; init; }

    public const int MostGb = 10_000;

    public static readonly IReadOnlyList<string> Sorts = ["price", "price-per-gb", "price-per-day", "allowance"];

    public static readonly IReadOnlyList<string> Networks = ["docomo", "au", "softbank", "rakuten"];

    public static PlansWanted Read(QueryFields query, CatalogSnapshot catalog) => new(
        query.OneOf<Medium>("medium"),
        query.OneOf<AllowanceKind>("allowance"),
        query.OneOf<Audience>("audience"),
        query.OneOf<TetherPolicy>("tethering"),
        query.OneOf("network", Networks),
        query.OneOf("provider", catalog.Sellers.Keys),
        query.Text("q"),
        query.Flag("japaneseNumber"),
        query.OptionalNumber("minGb", 0, MostGb),
        query.OneOf("sort", Sorts));

    /// <summary>Plans that fit, in the order asked for; those without what they are sorted by come last.</summary>
    public IEnumerable<Plan> From(CatalogSnapshot catalog, PlanQuotes quotes)
    {
        var found = catalog.Plans.Where(plan => Fits(plan, catalog) && (MinGb is null || quotes.GbOf(plan) >= MinGb));
        return Sort is null
            ? found
            : found.Select(plan => (Plan: plan, Key: KeyOf(plan, quotes)))
                .OrderBy(sorted => sorted.Key is null)
                .ThenBy(sorted => sorted.Key)
                .Select(sorted => sorted.Plan);
    }

    private bool Fits(Plan plan, CatalogSnapshot catalog) =>
        (Medium is null || plan.Medium == Medium)
        && (Allowance is null || plan.Allowance.Kind == Allowance)
        && (Audience is null || plan.Audience == Audience)
        && (Tethering is null || plan.Tethering.Policy == Tethering)
        && (Network is null || plan.Networks.Contains(Network))
        && (Provider is null || plan.SellerId == Provider)
        && (JapaneseNumber is null || plan.JapaneseNumber == JapaneseNumber)
        && (!ForVisitors || IsForVisitors(plan))
        && (Text is null || PlanSearch.Mentions(plan, catalog, Text));

    private bool IsForVisitors(Plan plan) =>
        CatalogSnapshot.NotAdvisableBecause(plan) is null
        && (Medium == Core.Catalog.Medium.Roaming || plan is { Condition: null, Audience: Core.Catalog.Audience.Visitor or Core.Catalog.Audience.Anyone });

    private decimal? KeyOf(Plan plan, PlanQuotes quotes) => Sort switch
    {
        "price-per-gb" => quotes.Of(plan)?.PerGb?.Amount,
        "price-per-day" => quotes.Of(plan)?.PerDay.Amount,
        "allowance" => -(decimal?)quotes.GbOf(plan),
        _ => quotes.Of(plan)?.Price.Amount,
    };
}
