using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Plans;

/// <summary>The whole catalog as a list: filtered, sorted, and priced for a number of days in a currency.</summary>
public sealed class IndexModel(CatalogInService service, TimeProvider clock) : SitePage, IFieldErrors
{
    public const int UsualDays = 7;

    private const int PageSize = 20;

    private static readonly string[] Details = ["medium", "allowance", "tethering", "japaneseNumber", "minGb", "provider", "show"];

    private static readonly string[] Parameters =
    [
        "q",
        "medium",
        "allowance",
        "tethering",
        "japaneseNumber",
        "minGb",
        "provider",
        "network",
        "show",
        "sort",
        "days",
        "currency",
    ];

    private static readonly string[] Shows = ["visitors", "all"];

    /// <summary>Fields that show their errors beside them. Errors of other parameters are above the form.</summary>
    private static readonly string[] Fields = [.. Details, "sort", "days", "currency"];

    private IReadOnlyList<Plan> _found = [];

    public CatalogSnapshot Catalog => service.Snapshot;

    public DateOnly Today => clock.TodayInJapan();

    public CurrentTrip Trip { get; private set; } = null!;

    public PlanQuotes Quotes { get; private set; } = null!;

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public int Total => _found.Count;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int Number { get; private set; } = 1;

    public IEnumerable<Plan> Shown => _found.Skip((Number - 1) * PageSize).Take(PageSize);

    public int First => Total == 0 ? 0 : ((Number - 1) * PageSize) + 1;

    public int Last => Math.Min(Total, Number * PageSize);

    public IEnumerable<Seller> Sellers => Catalog.Sellers.Values
        .Where(seller => Catalog.Plans.Any(plan => plan.SellerId == seller.Id))
        .OrderBy(seller => seller.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Currencies => Catalog.Rates.ByCurrency.Keys.Order(StringComparer.Ordinal);

    /// <summary>The input, or the default if there is none.</summary>
    public string Value(string name, string usual = "") =>
        string.IsNullOrWhiteSpace(Request.Query[name]) ? usual : Request.Query[name].ToString();

    public bool IsFiltered => Parameters.Except(["sort", "show", "days", "currency"]).Any(name => Value(name).Length > 0);

    public string UsualDaysText => UsualDays.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the further filters are open: one of them has a value or an error.</summary>
    public bool IsDetailed => Details.Any(name => Value(name).Length > 0 || ErrorAt(name) is not null);

    /// <summary>Search with the same words in all plans, also ended ones.</summary>
    public string Everything =>
        Trip.Page("/plans", [.. Query.Where(pair => pair.Key is "q" or "days" or "currency"), KeyValuePair.Create("show", "all")]);

    public string? ErrorAt(string path) => Errors.FirstOrDefault(error => error.Path == path) is { } error ? Words.Say(error) : null;

    /// <summary>An error with the name of its field, for a place that is not beside the field.</summary>
    public string Say(FieldError error) =>
        Fields.Contains(error.Path) ? Words.Say("form.of-field", ("field", Words["plans.field." + error.Path]), ("text", Words.Say(error))) : $"{error.Path} {Words.Say(error)}";

    public bool HasField(FieldError error) => Fields.Contains(error.Path) && !(Trip.IsThere && error.Path is "days" or "currency");

    public string PageAt(int number) =>
        Trip.Page(
            "/plans",
            [.. Query, .. number > 1
                ? [KeyValuePair.Create("page", number.ToString(CultureInfo.InvariantCulture))]
                : Array.Empty<KeyValuePair<string, string>>()]);

    /// <summary>Address of a plan's page, for the same days and currency.</summary>
    public string PlanAt(Plan plan) => Trip.Page("/plans/" + plan.Id, Query.Where(pair => pair.Key is "days" or "currency"));

    /// <summary>The same list without the trip.</summary>
    public string WithoutTrip => Link("/plans");

    public string AddressOf(string sort) =>
        Trip.Page("/plans", Query.Where(pair => pair.Key != "sort").Append(KeyValuePair.Create("sort", sort)));

    public IActionResult OnGet()
    {
        Trip = new CurrentTrip(HttpContext, Link(), Catalog, Today);
        var query = new QueryFields(Request.Query);
        var wanted = PlansWanted.Read(query, Catalog);
        wanted = wanted with { Sort = wanted.Sort ?? PlansWanted.Sorts[0], ForVisitors = query.OneOf("show", Shows) != "all" };
        var days = Trip.IsThere ? UsualDays : query.Number("days", UsualDays, 1, TripRules.MostDays);
        var currency = (Trip.IsThere ? Trip.Currency : query.OneOf("currency", Catalog.Rates.ByCurrency.Keys)) ?? ExchangeRates.Yen;
        Quotes = new PlanQuotes(Catalog, Trip.Stay ?? PlanQuotes.From(Today, days), currency);
        var page = query.Number("page", 1, 1, 1_000_000);
        Errors = query.Errors;
        Response.Headers.CacheControl = "no-cache";
        if (Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        _found = [.. wanted.From(Catalog, Quotes)];
        Number = Math.Min(page, Pages);
        return Page();
    }

    private IEnumerable<KeyValuePair<string, string>> Query =>
        from name in Parameters
        where Value(name).Length > 0
        select KeyValuePair.Create(name, Value(name));
}
