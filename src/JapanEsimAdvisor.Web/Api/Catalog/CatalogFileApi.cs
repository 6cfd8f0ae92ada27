using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>The whole data set as one file, with its license, every row with source and date.</summary>
public static class CatalogFileApi
{
    public static void MapCatalogFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/catalog.json", Json)
            .WithName("downloadCatalog")
            .WithSummary("The whole catalog as JSON")
            .WithDescription("Sellers, plans with their past prices, devices, airports, use and rates in one document, under its "
                + "license. Plans are not quoted.")
            .Produces<CatalogFile>().ProducesProblem(400);
        api.MapGet("/catalog.csv", Csv).WithMetadata(new QueryNames("table"))
            .WithName("downloadCatalogTable")
            .WithSummary("One table of the catalog as CSV")
            .WithDescription("RFC 4180, UTF-8, first line the names of the columns, lines end in CRLF. Text that a spreadsheet would run "
                + "as a formula has an apostrophe in front. Lists inside a cell are separated by spaces. Every row names its source, its "
                + "date and the license.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").ProducesProblem(400);
    }

    private static IResult Json(HttpContext context, CatalogInService service) => new ApiQuery(context).Problem
        ?? Download(context, service.Snapshot, () => Results.Json(new CatalogFile(service, service.Snapshot, context.Words), WireJson.Options));

    private static IResult Csv(HttpContext context, CatalogInService service)
    {
        var (catalog, query) = (service.Snapshot, new ApiQuery(context));
        var table = query.OneOf("table", CatalogTables.Names) ?? CatalogTables.Names[0];
        return query.Problem ?? Download(context, catalog, () => Results.File(
            CatalogTables.Write(table, new CatalogFile(service, catalog, context.Words)),
            "text/csv; charset=utf-8; header=present",
            FormattableString.Invariant($"japan-esim-{table}-{catalog.Version}.csv")));
    }

    private static IResult Download(HttpContext context, CatalogSnapshot catalog, Func<IResult> file)
    {
        context.Response.Headers.Link = $"<{CatalogLicense.Address}>; rel=\"license\"";
        return context.Tagged(Paging.Tag(context, catalog.Version), file);
    }
}

/// <summary>Everything the catalog holds.</summary>
public sealed class CatalogFile(CatalogInService service, CatalogSnapshot catalog, Words words)
{
    public CatalogLicense License { get; } = CatalogLicense.In(words);
    public CatalogStamp Catalog { get; } = CatalogStamp.Of(catalog, catalog.Plans);
    public DateTimeOffset ImportedAt { get; } = service.ImportedAt;

    public IReadOnlyList<ProviderResponse> Providers { get; } =
        [.. CatalogApi.SellersOf(catalog).Select(seller => new ProviderResponse(seller, CatalogApi.PlansOf(seller, catalog)))];

    public IReadOnlyList<OperatorResponse> Operators { get; } =
        [.. CatalogApi.OperatorsOf(catalog).Select(seller => new OperatorResponse(seller, CatalogApi.PlansOf(seller, catalog)))];

    public IReadOnlyList<PlanResponse> Plans { get; } =
        [.. catalog.Plans.Select(plan => new PlanResponse(plan, catalog.SellerOf(plan), quote: null, service, words))];

    public IReadOnlyList<DeviceResponse> Devices { get; } =
        [.. catalog.Devices.Values.OrderBy(device => device.Id, StringComparer.Ordinal).Select(device => new DeviceResponse(device))];

    public IReadOnlyList<AirportResponse> Airports { get; } =
        [.. CatalogApi.AirportsOf(catalog).Select(airport => new AirportResponse(airport, catalog, words))];

    public UsageProfilesResponse Usage { get; } = new(catalog, words);
    public ExchangeRatesResponse ExchangeRates { get; } = new(catalog);
}

/// <summary>The license of the data.</summary>
/// <param name="Id">SPDX id.</param>
/// <param name="Note">Conditions for using the data.</param>
/// <param name="Thanks">Data sets that parts come from.</param>
public sealed record CatalogLicense(string Id, string Url, string Note, IReadOnlyList<string> Thanks)
{
    public const string Spdx = "CC-BY-SA-4.0";

    public const string Address = "https://creativecommons.org/licenses/by-sa/4.0/";

    public static CatalogLicense In(Words words) => new(
        Spdx, Address, words["catalog.license"],
        ["AMPM-AIOPS pricing data set (https://ampm-aiops.com, CC BY-SA 4.0)", "Exchange rates: https://github.com/fawazahmed0/exchange-api"]);
}
