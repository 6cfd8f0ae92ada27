using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Site;
using JapanEsimAdvisor.Web.Text;
using JapanEsimAdvisor.Web.Trips;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api;

public static class PlansApi
{
    private const int UsualDays = 7;

    private static readonly string[] Sorts = ["price", "price-per-gb", "price-per-day"];

    private static readonly string[] Networks = ["docomo", "au", "softbank", "rakuten"];

    private static readonly string[] Filters =
        ["medium", "allowance", "provider", "network", "tethering", "days", "minGb", "audience", "q", "sort", "currency", "page", "pageSize"];

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", List)
            .WithName("listPlans")
            .WithSummary("The catalog of plans")
            .WithDescription("Every plan, advisable or not, quoted for days (7 where left out) in currency (JPY where left out). Sorted by id unless sort is given; plans without a quote come last.")
            .Produces<Listing<PlanResponse>>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");
        api.MapGet("/plans/{id}", Get)
            .WithName("getPlan")
            .WithSummary("One plan with its source and price history")
            .Produces<PlanResponse>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static IResult List(
        HttpContext context,
        CatalogStore store,
        TimeProvider clock,
        [AsParameters] PlanFilter described)
    {
        _ = described;
        var query = new ApiQuery(context, Filters);
        var catalog = store.Current.Snapshot;
        var (days, currency) = (query.Number("days", UsualDays, 1, TripRules.MostDays), Currency(query, catalog));
        var wanted = Wanted(query, catalog);
        var mapping = new PlanMapping(store.Current, context.Words, days, currency, clock.TodayInJapan());
        var (minGb, sort) = (query.OptionalNumber("minGb", 0, 10_000), query.OneOf("sort", Sorts));
        var paging = Paging.Of(query);
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        var plans = catalog.Plans.Where(wanted).Where(plan => minGb is null || mapping.GbOf(plan) >= minGb);
        return paging.Answer(context, Sorted(plans, sort, mapping), mapping.ToResponse, catalog.Stamp(catalog.Plans));
    }

    private static IResult Get(string id, HttpContext context, CatalogStore store, TimeProvider clock)
    {
        var query = new ApiQuery(context, ["days", "currency"]);
        var catalog = store.Current.Snapshot;
        var (days, currency) = (query.Number("days", UsualDays, 1, TripRules.MostDays), Currency(query, catalog));
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        return catalog.Plans.FirstOrDefault(plan => plan.Id == id) is { } found
            ? context.WithETag(Paging.Tag(context, catalog.Version), () => new PlanMapping(store.Current, context.Words, days, currency, clock.TodayInJapan()).ToResponse(found))
            : ApiProblems.Status(context, StatusCodes.Status404NotFound, "not-found", ("id", id));
    }

    private static string Currency(ApiQuery query, CatalogSnapshot catalog) => query.OneOf("currency", catalog.Rates.ByCurrency.Keys) ?? ExchangeRates.Yen;

    private static Func<Plan, bool> Wanted(ApiQuery query, CatalogSnapshot catalog)
    {
        var (medium, allowance, audience) = (query.OneOf<Medium>("medium"), query.OneOf<AllowanceKind>("allowance"), query.OneOf<Audience>("audience"));
        var (tethering, network) = (query.OneOf<TetherPolicy>("tethering"), query.OneOf("network", Networks));
        var (provider, text) = (query.OneOf("provider", catalog.Sellers.Keys), query.Text("q"));
        return plan => (medium is null || plan.Medium == medium)
            && (allowance is null || plan.Allowance.Kind == allowance)
            && (audience is null || plan.Audience == audience)
            && (tethering is null || plan.Tethering.Policy == tethering)
            && (network is null || plan.Networks.Contains(network))
            && (provider is null || plan.SellerId == provider)
            && (text is null || PlanSearch.Mentions(plan, catalog, text));
    }

    private static IEnumerable<Plan> Sorted(IEnumerable<Plan> plans, string? sort, PlanMapping mapping) => sort is null
        ? plans
        : plans.Select(plan => (Plan: plan, Key: KeyOf(mapping.QuoteOf(plan), sort)))
            .OrderBy(sorted => sorted.Key is null)
            .ThenBy(sorted => sorted.Key)
            .Select(sorted => sorted.Plan);

    private static decimal? KeyOf(Quote? quote, string sort) => sort switch
    {
        "price-per-gb" => quote?.PerGb?.Amount,
        "price-per-day" => quote?.PerDay.Amount,
        _ => quote?.Price.Amount,
    };
}

/// <summary>Filters of the plan list; read and checked by <see cref="ApiQuery"/>, listed here for the OpenAPI document.</summary>
public sealed record PlanFilter(
    [FromQuery] string? Medium,
    [FromQuery] string? Allowance,
    [FromQuery] string? Provider,
    [FromQuery] string? Network,
    [FromQuery] string? Tethering,
    [FromQuery] string? Days,
    [FromQuery] string? MinGb,
    [FromQuery] string? Audience,
    [FromQuery] string? Q,
    [FromQuery] string? Sort,
    [FromQuery] string? Currency,
    [FromQuery] string? Page,
    [FromQuery] string? PageSize);
