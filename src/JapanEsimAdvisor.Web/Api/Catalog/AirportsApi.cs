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
        .WithDescription("Every airport a trip may name, by IATA code. No counter listed means that none was found in a source, not that there is none.")
        .Produces<Listing<AirportResponse>>()
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static IResult List(HttpContext context, CatalogInService service, [FromQuery] string? page, [FromQuery] string? pageSize)
    {
        _ = (page, pageSize);
        var (catalog, query) = (service.Snapshot, new ApiQuery(context, ["page", "pageSize"]));
        var paging = Paging.Of(query);
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : paging.Answer(context, All(catalog), airport => AirportResponse.Of(airport, catalog, context.Words), catalog.Stamp(catalog.Plans));
    }

    public static IEnumerable<Airport> All(CatalogSnapshot catalog) => catalog.Airports.Values.OrderBy(airport => airport.Iata, StringComparer.Ordinal);
}

/// <summary>An airport of arrival.</summary>
/// <param name="Counters">Empty where no source names one.</param>
public sealed record AirportResponse(string Iata, string Name, IReadOnlyList<CounterAnswer> Counters)
{
    public static AirportResponse Of(Airport airport, CatalogSnapshot catalog, Words words) => new(
        airport.Iata,
        words["airport." + airport.Iata],
        [.. airport.Counters.Select(counter => CounterAnswer.Of(counter, catalog))]);
}

/// <summary>A desk, locker or machine, by the clock of Japan.</summary>
/// <param name="Provider">Whose product is handed over or taken back; null where it is nobody of the catalog.</param>
/// <param name="HandsOver">False where it only takes back or sells on the spot.</param>
/// <param name="Opens">HH:mm; null where not known.</param>
/// <param name="Closes">HH:mm; null where not known.</param>
/// <param name="AllDay">True: open around the clock.</param>
/// <param name="LeadDays">Whole days before handover by which to order; null where not known.</param>
/// <param name="OrderBy">HH:mm on the last day to order; null where not known.</param>
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
