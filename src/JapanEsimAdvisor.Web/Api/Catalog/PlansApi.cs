using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

public static class PlansApi
{
    private const int UsualDays = 7;

    private static readonly QueryNames Filters = new(
        "medium", "allowance", "provider", "network", "tethering", "days", "minGb", "audience", "q", "japaneseNumber", "sort", "currency",
        "page", "pageSize");

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", List).WithMetadata(Filters, new HoldsBuyUrls())
            .WithName("listPlans")
            .WithSummary("The catalog of plans")
            .WithDescription("Every plan, advisable or not, quoted for days (by default 7) in currency (by default JPY). Sorted by id "
                + "unless sort is given; plans without a quote come last.")
            .Produces<Listing<PlanResponse>>().ProducesProblem(400);
        api.MapGet("/plans/{id}", Get).WithMetadata(new QueryNames("days", "currency"), new HoldsBuyUrls())
            .WithName("getPlan")
            .WithSummary("One plan with its source and price history")
            .WithDescription("Quoted for days (by default 7) in currency (by default JPY), with its earlier prices.")
            .Produces<PlanResponse>().ProducesProblem(400).ProducesProblem(404);
    }

    private static IResult List(HttpContext context, CatalogInService service, TimeProvider clock)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context));
        var (quotes, wanted, paging) = (Quotes(query, catalog, clock), PlansWanted.Read(query, catalog), Paging.Of(query));
        return query.Problem ?? paging.Answer(
            context, catalog, wanted.From(catalog, quotes), plan => Response(plan, quotes, service, context.Words));
    }

    private static IResult Get(string id, HttpContext context, CatalogInService service, TimeProvider clock)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context));
        var quotes = Quotes(query, catalog, clock);
        return query.Problem ?? (catalog.Plans.FirstOrDefault(plan => plan.Id == id) is { } found
            ? context.WithETag(Paging.Tag(context, catalog.Version), () => Response(found, quotes, service, context.Words))
            : ApiProblems.Status(context, StatusCodes.Status404NotFound, "not-found", ("id", id)));
    }

    private static PlanQuotes Quotes(ApiQuery query, CatalogSnapshot catalog, TimeProvider clock) => new(
        catalog,
        PlanQuotes.From(clock.TodayInJapan(), query.Number("days", UsualDays, 1, TripRules.MostDays)),
        query.OneOf("currency", catalog.Rates.ByCurrency.Keys) ?? ExchangeRates.Yen);

    private static PlanResponse Response(Plan plan, PlanQuotes quotes, CatalogInService service, Words words) =>
        new(plan, service.Snapshot.SellerOf(plan), quotes.Of(plan), service, words);
}
