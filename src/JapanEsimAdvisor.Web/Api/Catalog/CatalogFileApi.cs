using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

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
            .Produces<CatalogFile>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");
        api.MapGet("/catalog.csv", Csv)
            .WithName("downloadCatalogTable")
            .WithSummary("One table of the catalog as CSV")
            .WithDescription("RFC 4180, UTF-8, first line the names of the columns, lines end in CRLF. Text that a spreadsheet would run "
                + "as a formula has an apostrophe in front. Lists inside a cell are separated by spaces. Every row names its source, its "
                + "date and the license.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");
    }

    private static IResult Json(HttpContext context, CatalogInService service)
    {
        var query = new ApiQuery(context, []);
        return query.Errors.Count > 0
            ? ApiProblems.Invalid(context, query.Errors)
            : Download(context, service.Snapshot, () => Results.Json(CatalogFile.Of(service, context.Words), WireJson.Options));
    }

    private static IResult Csv(HttpContext context, CatalogInService service, [FromQuery] string? table)
    {
        _ = table;
        var query = new ApiQuery(context, ["table"]);
        var wanted = query.OneOf("table", CatalogTables.Names) ?? CatalogTables.Names[0];
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        var name = FormattableString.Invariant($"japan-esim-{wanted}-{service.Snapshot.Version}.csv");
        return Download(
            context,
            service.Snapshot,
            () =>
                Results.File(
                    CatalogTables.Write(wanted, CatalogFile.Of(service, context.Words)), "text/csv; charset=utf-8; header=present", name));
    }

    private static IResult Download(HttpContext context, CatalogSnapshot catalog, Func<IResult> file)
    {
        context.Response.Headers.Link = $"<{CatalogLicense.Address}>; rel=\"license\"";
        return context.Tagged(Paging.Tag(context, catalog.Version), file);
    }
}

/// <summary>Everything the catalog holds.</summary>
public sealed record CatalogFile(
    CatalogLicense License,
    CatalogStamp Catalog,
    DateTimeOffset ImportedAt,
    IReadOnlyList<ProviderResponse> Providers,
    IReadOnlyList<OperatorResponse> Operators,
    IReadOnlyList<PlanResponse> Plans,
    IReadOnlyList<DeviceResponse> Devices,
    IReadOnlyList<AirportResponse> Airports,
    UsageProfilesResponse Usage,
    ExchangeRatesResponse ExchangeRates)
{
    public static CatalogFile Of(CatalogInService service, Words words)
    {
        var catalog = service.Snapshot;
        var plans = new PlanMapping(service, words, null);
        return new CatalogFile(
            CatalogLicense.In(words),
            catalog.Stamp(catalog.Plans),
            service.ImportedAt,
            [.. CatalogApi.Sellers(catalog).Select(seller => CatalogApi.ToResponse(seller, catalog))],
            [.. CatalogApi.Sellers(catalog)
                .Where(seller => seller.Kind == SellerKind.HomeOperator)
                .Select(seller => CatalogApi.ToOperator(seller, catalog))],
            [.. catalog.Plans.Select(plans.ToResponse)],
            [.. catalog.Devices.Values.OrderBy(device => device.Id, StringComparer.Ordinal).Select(DeviceResponse.Of)],
            [.. AirportsApi.All(catalog).Select(airport => AirportResponse.Of(airport, catalog, words))],
            CatalogApi.UsageOf(catalog, words),
            CatalogApi.RatesOf(catalog));
    }
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
        Spdx,
        Address,
        words["catalog.license"],
        ["AMPM-AIOPS pricing data set (https://ampm-aiops.com, CC BY-SA 4.0)", "Exchange rates: https://github.com/fawazahmed0/exchange-api"]);
}
