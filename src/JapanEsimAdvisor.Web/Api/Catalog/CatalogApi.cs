using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>Sellers, operators, devices, airports, use and rates.</summary>
public static class CatalogApi
{
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/providers", Providers).WithMetadata(new QueryNames("kind", "page", "pageSize"))
            .WithName("listProviders")
            .WithSummary("Sellers: policy, where sold, dates")
            .WithDescription("By id. If nothing is stated, soldIn is the home market and soldInStated is false.")
            .Produces<Listing<ProviderResponse>>().ProducesProblem(400);
        api.MapGet("/providers/{id}", Provider)
            .WithName("getProvider")
            .WithSummary("One seller")
            .WithDescription("Refund and hotspot policy, languages of support, how many plans, and between which dates their prices were "
                + "seen.")
            .Produces<ProviderResponse>().ProducesProblem(404);
        api.MapGet("/operators", Operators).WithMetadata(new QueryNames("country", "page", "pageSize"))
            .WithName("listOperators")
            .WithSummary("Home operators whose roaming we know, with their tariffs")
            .WithDescription("By id. A traveler's homeOperator and homePlan take these ids of operators and tariffs.")
            .Produces<Listing<OperatorResponse>>().ProducesProblem(400);
        api.MapGet("/devices", Devices).WithMetadata(new QueryNames("q", "class", "page", "pageSize"))
            .WithName("listDevices")
            .WithSummary("Phones, tablets, watches, laptops, consoles; search by name that tolerates misspelling")
            .WithDescription("With q the best match first, else by id. match says whether q surely means one device, and for which "
                + "market. esim is valid for every market not listed under variants.")
            .Produces<DeviceResponseListing>().ProducesProblem(400);
        api.MapGet("/devices/{id}", Device)
            .WithName("getDevice")
            .WithSummary("One device and its differences by market")
            .WithDescription("Units for some markets lack functions that others have: variants list them.")
            .Produces<DeviceResponse>().ProducesProblem(404);
        api.MapGet("/usage-profiles", UsageProfiles)
            .WithName("getUsageProfiles")
            .WithSummary("Profiles and activities with their gigabytes")
            .WithDescription("The figures behind the advice: GB a day of profiles and further devices, GB an hour of activities with "
                + "range and source, and the share of activities that runs on free Wi-Fi.")
            .Produces<UsageProfilesResponse>();
        api.MapGet("/exchange-rates", ExchangeRates)
            .WithName("getExchangeRates")
            .WithSummary("Dated, indicative rates")
            .WithDescription("Yen for one unit of each currency, mid-market, on one day. Amounts in another currency than the seller's "
                + "are converted at these rates.")
            .Produces<ExchangeRatesResponse>();
        api.MapGet("/airports", Airports).WithMetadata(new QueryNames("page", "pageSize"))
            .WithName("listAirports")
            .WithSummary("Airports with their pickup counters, hours and sources")
            .WithDescription("Every airport a trip may name, by IATA code. An empty list means that no source names a counter, not that "
                + "there is none.")
            .Produces<Listing<AirportResponse>>().ProducesProblem(400);
    }

    private static IResult Providers(HttpContext context, CatalogInService service)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context));
        var (wanted, paging) = (query.OneOf<SellerKind>("kind"), Paging.Of(query));
        var sellers = SellersOf(catalog).Where(seller => wanted is null || seller.Kind == wanted);
        return query.Problem ?? paging.Answer(context, catalog, sellers, seller => new ProviderResponse(seller, PlansOf(seller, catalog)));
    }

    private static IResult Provider(string id, HttpContext context, CatalogInService service) => One(
        context,
        service,
        id,
        catalog => catalog.Sellers.GetValueOrDefault(id),
        (seller, catalog) => new ProviderResponse(seller, PlansOf(seller, catalog)));

    private static IResult Operators(HttpContext context, CatalogInService service)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context));
        var (home, paging) = (query.Country("country"), Paging.Of(query));
        var operators = OperatorsOf(catalog).Where(seller => home is null || seller.Market.Contains(home));
        return query.Problem ?? paging.Answer(context, catalog, operators, seller => new OperatorResponse(seller, PlansOf(seller, catalog)));
    }

    private static IResult Devices(HttpContext context, CatalogInService service)
    {
        var query = new ApiQuery(context);
        var (wanted, paging) = (query.OneOf<DeviceClass>("class"), Paging.Of(query));
        bool IsWanted(Device device) => wanted is null || device.Class == wanted;
        return query.Problem ?? paging.Answer(
            context,
            service.Snapshot,
            service.Devices.Find(query.Text("q"), IsWanted),
            device => new DeviceResponse(device),
            list => new DeviceResponseListing(
                list.Items, list.Total, list.Page, list.PageSize, list.Catalog, MatchOf(query.Text("q"), service.Devices, IsWanted)));
    }

    private static DeviceMatch? MatchOf(string? text, DeviceSearch devices, Func<Device, bool> isWanted)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var answer = devices.Read(text, isWanted);
        return new DeviceMatch(answer.Device?.Id, answer.Market);
    }

    private static IResult Device(string id, HttpContext context, CatalogInService service) =>
        One(context, service, id, catalog => catalog.Devices.GetValueOrDefault(id), (device, _) => new DeviceResponse(device));

    private static IResult UsageProfiles(HttpContext context, CatalogInService service) =>
        Whole(context, service, catalog => new UsageProfilesResponse(catalog, context.Words));

    private static IResult ExchangeRates(HttpContext context, CatalogInService service) =>
        Whole(context, service, catalog => new ExchangeRatesResponse(catalog));

    private static IResult Airports(HttpContext context, CatalogInService service)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context));
        var paging = Paging.Of(query);
        return query.Problem
            ?? paging.Answer(context, catalog, AirportsOf(catalog), airport => new AirportResponse(airport, catalog, context.Words));
    }

    private static IResult Whole<T>(HttpContext context, CatalogInService service, Func<CatalogSnapshot, T> answer)
    {
        var catalog = service.Snapshot;
        return new ApiQuery(context).Problem ?? context.WithETag(Paging.Tag(context, catalog.Version), () => answer(catalog));
    }

    private static IResult One<T, TAnswer>(
        HttpContext context, CatalogInService service, string id, Func<CatalogSnapshot, T?> find, Func<T, CatalogSnapshot, TAnswer> map)
        where T : class => find(service.Snapshot) is { } found
            ? Whole(context, service, catalog => map(found, catalog))
            : new ApiQuery(context).Problem ?? ApiProblems.Status(context, StatusCodes.Status404NotFound, "not-found", ("id", id));

    public static IEnumerable<Seller> SellersOf(CatalogSnapshot catalog) =>
        catalog.Sellers.Values.OrderBy(seller => seller.Id, StringComparer.Ordinal);

    public static IEnumerable<Seller> OperatorsOf(CatalogSnapshot catalog) =>
        SellersOf(catalog).Where(seller => seller.Kind == SellerKind.HomeOperator);

    public static IEnumerable<Airport> AirportsOf(CatalogSnapshot catalog) =>
        catalog.Airports.Values.OrderBy(airport => airport.Iata, StringComparer.Ordinal);

    public static List<Plan> PlansOf(Seller seller, CatalogSnapshot catalog) =>
        [.. catalog.Plans.Where(plan => plan.SellerId == seller.Id)];
}
