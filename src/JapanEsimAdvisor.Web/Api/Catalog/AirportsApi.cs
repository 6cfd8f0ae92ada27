using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api.Catalog;

public static class AirportsApi
{
    public static void MapAirports(this IEndpointRouteBuilder api) => api.MapGet("/airports", List)
        .WithName("listAirports")
        .WithSummary("Airports with their pickup counters, hours and sources")
        .WithDescription("Every airport a trip may name, by IATA code. An empty list means that no source names a counter, not that "
            + "there is none.")
        .Produces<Listing<AirportResponse>>()
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static IResult List(HttpContext context, CatalogInService service, [FromQuery] string? page, [FromQuery] string? pageSize)
    {
        _ = (page, pageSize);
        var (catalog, query) = (service.Snapshot, new ApiQuery(context, ["page", "pageSize"]));
        var paging = Paging.Of(query);
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : paging.Answer(
                context, All(catalog), airport => AirportResponse.Of(airport, catalog, context.Words), catalog.Stamp(catalog.Plans));
    }

    public static IEnumerable<Airport> All(CatalogSnapshot catalog) =>
        catalog.Airports.Values.OrderBy(airport => airport.Iata, StringComparer.Ordinal);
}

/// <summary>An airport of arrival.</summary>
/// <param name="Counters">Empty if no source names one.</param>
public sealed record AirportResponse(string Iata, string Name, IReadOnlyList<CounterAnswer> Counters)
{
    public static AirportResponse Of(Airport airport, CatalogSnapshot catalog, Words words) => new(
        airport.Iata,
        words["airport." + airport.Iata],
        [.. airport.Counters.Select(counter => CounterAnswer.Of(counter, catalog))]);
}

/// <summary>A counter, locker or machine. Times are Japanese time.</summary>
/// <param name="Provider">
/// The seller whose product is handed over or taken back; null if the catalog does not have it.
/// </param>
/// <param name="HandsOver">False if it only takes back or sells on the spot.</param>
/// <param name="Opens">HH:mm; null if not known.</param>
/// <param name="Closes">HH:mm; null if not known.</param>
/// <param name="AllDay">True: open around the clock.</param>
/// <param name="LeadDays">Whole days to order before handover; null if not known.</param>
/// <param name="OrderBy">HH:mm on the last day to order; null if not known.</param>
public sealed record CounterAnswer(
    string Id,
    IdAndName? Provider,
    string Name,
    string Kind,
    bool HandsOver,
    string? Terminal,
    string? Location,
    TimeOnly? Opens,
    TimeOnly? Closes,
    bool AllDay,
    int? LeadDays,
    TimeOnly? OrderBy,
    SourceAnswer Source)
{
    public static CounterAnswer Of(Counter counter, CatalogSnapshot catalog) => new(
        counter.Id,
        counter.SellerId is { } seller ? new IdAndName(seller, catalog.Sellers[seller].Name) : null,
        counter.Name,
        counter.Kind,
        counter.HandsOver,
        counter.Terminal,
        counter.Location,
        counter.Opens,
        counter.Closes,
        counter.AllDay,
        counter.LeadDays,
        counter.OrderBy,
        new SourceAnswer(counter.Source.Url ?? counter.Source.CollectedFrom, counter.Source.Checked, counter.Source.Confidence));
}
