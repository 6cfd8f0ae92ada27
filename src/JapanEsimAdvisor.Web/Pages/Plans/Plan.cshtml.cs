using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Plans;

/// <summary>
/// One plan: known and unknown facts, sources and earlier prices. A 404 with suggestions for an unknown id.
/// </summary>
public sealed class PlanModel(CatalogInService service, TimeProvider clock) : SitePage
{
    private const int MostResembling = 6;

    private const int MostOthers = 6;

    public CatalogSnapshot Catalog => service.Snapshot;

    public string Asked { get; private set; } = string.Empty;

    /// <summary>Null if the catalog has no plan with the id.</summary>
    public Plan? Plan { get; private set; }

    public CurrentTrip Trip { get; private set; } = null!;

    public PlanQuotes Quotes { get; private set; } = null!;

    /// <summary>Errors of the requested days or currency. The page uses the defaults then.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public PlanFacts Facts => new(Words, Plan!, Catalog, Quotes);

    public IEnumerable<PriceChange> History => PlanHistory.Of(service, Plan!);

    public bool IsStale => StaleFacts.IsStale(Plan!, clock.TodayInJapan().AddDays(-Catalog.Tariff.StaleAfterDays));

    public IEnumerable<Plan> Resembling => PlanSearch.Resembling(Catalog, Asked).Take(MostResembling);

    /// <summary>The seller's other plans that may be advised.</summary>
    public IEnumerable<Plan> Others => Catalog.Plans
        .Where(plan => plan.SellerId == Plan!.SellerId && plan.Id != Plan.Id && CatalogSnapshot.NotAdvisableBecause(plan) is null)
        .Take(MostOthers);

    public string List => Trip.Page("/plans", Query);

    public string At(Plan plan) => Trip.Page("/plans/" + plan.Id, Query);

    public string OfSeller =>
        Trip.Page("/plans", [KeyValuePair.Create("provider", Plan!.SellerId), KeyValuePair.Create("show", "all"), .. Query]);

    public IActionResult OnGet(string id)
    {
        var today = clock.TodayInJapan();
        Asked = id;
        Plan = Catalog.Plans.FirstOrDefault(plan => plan.Id == id);
        Trip = new CurrentTrip(HttpContext, Link(), Catalog, today);
        var query = new QueryFields(Request.Query);
        var days = Trip.IsThere ? IndexModel.UsualDays : query.Number("days", IndexModel.UsualDays, 1, TripRules.MostDays);
        var currency = (Trip.IsThere ? Trip.Currency : query.OneOf("currency", Catalog.Rates.ByCurrency.Keys)) ?? ExchangeRates.Yen;
        (Quotes, Errors) = (new PlanQuotes(Catalog, Trip.Stay ?? PlanQuotes.From(today, days), currency), query.Errors);
        Response.Headers.CacheControl = "no-cache";
        Response.StatusCode = Plan is null
            ? StatusCodes.Status404NotFound
            : Errors.Count > 0
            ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
        return Page();
    }

    private IEnumerable<KeyValuePair<string, string>> Query =>
        from name in (string[])["days", "currency"]
        where !Trip.IsThere && Errors.Count == 0 && !string.IsNullOrWhiteSpace(Request.Query[name])
        select KeyValuePair.Create(name, Request.Query[name].ToString());
}
