using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api.Catalog;

public static class PlansApi
{
    private const int UsualDays = 7;

    private static readonly string[] Filters = [.. PlansWanted.Names, "days", "currency", "page", "pageSize"];

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", List)
            .HoldsBuyUrls()
            .WithName("listPlans")
            .WithSummary("The catalog of plans")
            .WithDescription("Every plan, advisable or not, quoted for days (by default 7) in currency (by default JPY). Sorted by id "
                + "unless sort is given; plans without a quote come last.")
            .Produces<Listing<PlanResponse>>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");
        api.MapGet("/plans/{id}", Get)
            .HoldsBuyUrls()
            .WithName("getPlan")
            .WithSummary("One plan with its source and price history")
            .WithDescription("Quoted for days (by default 7) in currency (by default JPY), with its earlier prices.")
            .Produces<PlanResponse>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    private static IResult List(
        HttpContext context,
        CatalogInService service,
        TimeProvider clock,
        [AsParameters] PlanFilter described)
    {
        _ = described;
        var query = new ApiQuery(context, Filters);
        var catalog = service.Snapshot;
        var (days, currency) = (query.Number("days", UsualDays, 1, TripRules.MostDays), Currency(query, catalog));
        var (wanted, paging) = (PlansWanted.Read(query, catalog), Paging.Of(query));
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        var quotes = new PlanQuotes(catalog, PlanQuotes.From(clock.TodayInJapan(), days), currency);
        return paging.Answer(
            context,
            wanted.From(catalog, quotes),
            new PlanMapping(service, context.Words, quotes).ToResponse,
            catalog.Stamp(catalog.Plans));
    }

    private static IResult Get(
        string id,
        HttpContext context,
        CatalogInService service,
        TimeProvider clock,
        [FromQuery] string? days,
        [FromQuery] string? currency)
    {
        _ = (days, currency);
        var query = new ApiQuery(context, ["days", "currency"]);
        var catalog = service.Snapshot;
        var (quoted, money) = (query.Number("days", UsualDays, 1, TripRules.MostDays), Currency(query, catalog));
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        return catalog.Plans.FirstOrDefault(plan => plan.Id == id) is { } found
            ? context.WithETag(
                Paging.Tag(context, catalog.Version),
                () =>
                    new PlanMapping(service, context.Words, new PlanQuotes(catalog, PlanQuotes.From(clock.TodayInJapan(), quoted), money))
                        .ToResponse(found))
            : ApiProblems.Status(context, StatusCodes.Status404NotFound, "not-found", ("id", id));
    }

    private static string Currency(ApiQuery query, CatalogSnapshot catalog) =>
        query.OneOf("currency", catalog.Rates.ByCurrency.Keys) ?? ExchangeRates.Yen;
}

/// <summary>Filters of the plan list; listed here for the OpenAPI document.</summary>
public sealed record PlanFilter(
    [FromQuery(Name = "medium")] string? Medium,
    [FromQuery(Name = "allowance")] string? Allowance,
    [FromQuery(Name = "provider")] string? Provider,
    [FromQuery(Name = "network")] string? Network,
    [FromQuery(Name = "tethering")] string? Tethering,
    [FromQuery(Name = "days")] string? Days,
    [FromQuery(Name = "minGb")] string? MinGb,
    [FromQuery(Name = "audience")] string? Audience,
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "japaneseNumber")] string? JapaneseNumber,
    [FromQuery(Name = "sort")] string? Sort,
    [FromQuery(Name = "currency")] string? Currency,
    [FromQuery(Name = "page")] string? Page,
    [FromQuery(Name = "pageSize")] string? PageSize);
