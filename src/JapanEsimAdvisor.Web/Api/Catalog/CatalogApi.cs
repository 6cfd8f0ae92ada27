using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>Sellers, operators, devices, use and rates.</summary>
public static class CatalogApi
{
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/providers", Providers).WithName("listProviders").WithSummary("Sellers: policy, where sold, dates")
            .WithDescription("By id. If nothing is stated, soldIn is the home market and soldInStated is false.")
            .Produces<Listing<ProviderResponse>>().Produces<ProblemDetails>(400, "application/problem+json");
        api.MapGet("/providers/{id}", Provider).WithName("getProvider").WithSummary("One seller")
            .WithDescription("Refund and hotspot policy, languages of support, how many plans, and between which dates their prices were "
                + "seen.")
            .Produces<ProviderResponse>().Produces<ProblemDetails>(404, "application/problem+json");
        api.MapGet("/operators", Operators)
            .WithName("listOperators")
            .WithSummary("Home operators whose roaming we know, with their tariffs")
            .WithDescription("By id. A traveler's homeOperator and homePlan take these ids of operators and tariffs.")
            .Produces<Listing<OperatorResponse>>().Produces<ProblemDetails>(400, "application/problem+json");
        api.MapGet("/devices", Devices)
            .WithName("listDevices")
            .WithSummary("Phones, tablets, watches, laptops, consoles; search by name that tolerates misspelling")
            .WithDescription("With q the best match first, else by id. match says whether q surely means one device, and for which "
                + "market. esim is valid for every market not listed under variants.")
            .Produces<DeviceResponseListing>().Produces<ProblemDetails>(400, "application/problem+json");
        api.MapGet("/devices/{id}", Device).WithName("getDevice").WithSummary("One device and its differences by market")
            .WithDescription("Units for some markets lack functions that others have: variants list them.")
            .Produces<DeviceResponse>().Produces<ProblemDetails>(404, "application/problem+json");
        api.MapGet("/usage-profiles", UsageProfiles)
            .WithName("getUsageProfiles")
            .WithSummary("Profiles and activities with their gigabytes")
            .WithDescription("The figures behind the advice: GB a day of profiles and further devices, GB an hour of activities with "
                + "range and source, and the share of activities that runs on free Wi-Fi.")
            .Produces<UsageProfilesResponse>();
        api.MapGet("/exchange-rates", ExchangeRatesOf).WithName("getExchangeRates").WithSummary("Dated, indicative rates")
            .WithDescription("Yen for one unit of each currency, mid-market, on one day. Amounts in another currency than the seller's "
                + "are converted at these rates.")
            .Produces<ExchangeRatesResponse>();
    }

    private static IResult Providers(
        HttpContext context, CatalogInService service, [FromQuery] string? kind, [FromQuery] string? page, [FromQuery] string? pageSize)
    {
        _ = (kind, page, pageSize);
        var (catalog, query) = (service.Snapshot, new ApiQuery(context, ["kind", "page", "pageSize"]));
        var (wanted, paging) = (query.OneOf<SellerKind>("kind"), Paging.Of(query));
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : paging.Answer(
                context,
                Sellers(catalog).Where(seller => wanted is null || seller.Kind == wanted),
                seller => ToResponse(seller, catalog),
                catalog.Stamp(catalog.Plans));
    }

    private static IResult Provider(string id, HttpContext context, CatalogInService service) =>
        One(context, service, id, catalog => catalog.Sellers.GetValueOrDefault(id), ToResponse);

    private static IResult Operators(
        HttpContext context, CatalogInService service, [FromQuery] string? country, [FromQuery] string? page, [FromQuery] string? pageSize)
    {
        _ = (country, page, pageSize);
        var (catalog, query) = (service.Snapshot, new ApiQuery(context, ["country", "page", "pageSize"]));
        var (home, paging) = (query.Country("country"), Paging.Of(query));
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : paging.Answer(
                context,
                Sellers(catalog).Where(seller => seller.Kind == SellerKind.HomeOperator && (home is null || seller.Market.Contains(home))),
                seller => ToOperator(seller, catalog),
                catalog.Stamp(catalog.Plans));
    }

    private static IResult Devices(
        HttpContext context, CatalogInService service, [FromQuery] string? q, [FromQuery(Name = "class")] string? kind,
        [FromQuery] string? page, [FromQuery] string? pageSize)
    {
        _ = (q, kind, page, pageSize);
        var query = new ApiQuery(context, ["q", "class", "page", "pageSize"]);
        var (wanted, paging) = (query.OneOf<DeviceClass>("class"), Paging.Of(query));
        bool IsWanted(Device device) => wanted is null || device.Class == wanted;
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : paging.Answer(
                context,
                service.Devices.Find(query.Text("q"), IsWanted),
                DeviceResponse.Of,
                service.Snapshot.Stamp(service.Snapshot.Plans),
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
        One(context, service, id, catalog => catalog.Devices.GetValueOrDefault(id), (device, _) => DeviceResponse.Of(device));

    private static IResult UsageProfiles(HttpContext context, CatalogInService service) =>
        Whole(context, service, catalog => UsageOf(catalog, context.Words));

    private static IResult ExchangeRatesOf(HttpContext context, CatalogInService service) => Whole(context, service, RatesOf);

    public static UsageProfilesResponse UsageOf(CatalogSnapshot catalog, Words words) => new(
        [.. catalog.Usage.Profiles.Select(profile => new ProfileAnswer(profile.Id, words["profile." + profile.Id], profile.GbPerDay))],
        [.. catalog.Usage.Activities.Select(activity => new ActivityAnswer(
            activity.Id, words["activity." + activity.Id], activity.GbPerHour, activity.Low, activity.High, SourceOf(activity.Source)))],
        [.. catalog.Usage.GbPerDayByDevice.OrderBy(pair => pair.Key).Select(pair => new DeviceUseAnswer(pair.Key, pair.Value))],
        catalog.Usage.FreeWifiShares,
        catalog.Stamp(catalog.Plans));

    public static ExchangeRatesResponse RatesOf(CatalogSnapshot catalog) => new(
        catalog.Rates.AsOf,
        ExchangeRates.Yen,
        [.. catalog.Rates.ByCurrency.Values.OrderBy(rate => rate.Currency, StringComparer.Ordinal)
            .Select(rate => new RateAnswer(rate.Currency, rate.YenPerUnit, rate.Decimals))],
        catalog.RatesSource is { } source ? SourceOf(source) : null);

    private static IResult Whole<T>(HttpContext context, CatalogInService service, Func<CatalogSnapshot, T> answer)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context, []));
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : context.WithETag(Paging.Tag(context, catalog.Version), () => answer(catalog));
    }

    private static IResult One<T, TAnswer>(
        HttpContext context, CatalogInService service, string id, Func<CatalogSnapshot, T?> find, Func<T, CatalogSnapshot, TAnswer> map)
        where T : class
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context, []));
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        return find(catalog) is { } found
            ? context.WithETag(Paging.Tag(context, catalog.Version), () => map(found, catalog))
            : ApiProblems.Status(context, StatusCodes.Status404NotFound, "not-found", ("id", id));
    }

    public static IEnumerable<Seller> Sellers(CatalogSnapshot catalog) =>
        catalog.Sellers.Values.OrderBy(seller => seller.Id, StringComparer.Ordinal);

    private static SourceAnswer SourceOf(Source source) => new(source.Url ?? source.CollectedFrom, source.Checked, source.Confidence);

    public static ProviderResponse ToResponse(Seller seller, CatalogSnapshot catalog)
    {
        var plans = catalog.Plans.Where(plan => plan.SellerId == seller.Id).ToList();
        return new ProviderResponse(
            seller.Id,
            seller.Name,
            seller.Kind,
            seller.SoldIn ?? seller.Market,
            seller.SoldIn is not null,
            seller.Website,
            new RefundAnswer(seller.Refund?.Policy ?? Refund.Unknown, seller.Refund?.Days),
            seller.Tethering,
            seller.SupportLanguages,
            seller.EndedOn,
            seller.Successor,
            seller.ReturnedBy,
            plans.Count,
            plans.Count(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null),
            catalog.Stamp(plans).PricesChecked,
            SourceOf(seller.Source));
    }

    public static OperatorResponse ToOperator(Seller seller, CatalogSnapshot catalog)
    {
        var plans = catalog.Plans.Where(plan => plan.SellerId == seller.Id).ToList();
        return new OperatorResponse(
            seller.Id,
            seller.Name,
            seller.Market,
            [.. seller.Tariffs.Select(tariff => new IdAndName(tariff.Id, tariff.Name))],
            [.. plans.Select(plan => plan.Id)],
            catalog.Stamp(plans).PricesChecked);
    }
}
