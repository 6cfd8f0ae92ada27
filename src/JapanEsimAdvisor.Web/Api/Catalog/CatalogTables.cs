using CsvHelper;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>
/// The catalog as flat tables: a row for each price, fee, seller, device and market, counter, activity, rate.
/// </summary>
public static class CatalogTables
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    /// <summary>In the order of the documentation; the first is the default.</summary>
    private static readonly IReadOnlyList<(string Name, Func<CatalogFile, Table> Of)> All =
    [
        ("plans", file => Table.Of(PlanRows(file), PlanColumns)),
        ("fees", file => Table.Of(file.Plans.SelectMany(plan => plan.Fees, (plan, fee) => (plan, fee)), FeeColumns)),
        ("past-prices", file => Table.Of(file.Plans.SelectMany(plan => plan.PriceHistory, (plan, past) => (plan, past)), PastPriceColumns)),
        ("providers", file => Table.Of(file.Providers, ProviderColumns)),
        ("devices", file => Table.Of(DeviceRows(file), DeviceColumns)),
        ("counters", file => Table.Of(
            file.Airports.SelectMany(airport => airport.Counters, (airport, counter) => (airport, counter)), CounterColumns)),
        ("activities", file => Table.Of(file.Usage.Activities, ActivityColumns)),
        ("exchange-rates", file => Table.Of(file.ExchangeRates.Rates.Select(rate => (file.ExchangeRates, rate)), RateColumns)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(table => table.Name)];

    private static Column<(PlanResponse Plan, PriceAnswer? Price)>[] PlanColumns =>
    [
        new("id", row => row.Plan.Id),
        new("provider", row => row.Plan.Provider.Id),
        new("providerName", row => row.Plan.Provider.Name),
        new("name", row => row.Plan.Name),
        new("medium", row => row.Plan.Medium),
        new("audience", row => row.Plan.Audience),
        new("soldIn", row => Joined(row.Plan.SoldIn)),
        new("conditionKind", row => row.Plan.Condition?.Kind),
        new("conditionValue", row => row.Plan.Condition?.Value),
        new("countries", row => Joined(row.Plan.Countries)),
        new("allowanceKind", row => row.Plan.Allowance.Kind),
        new("gb", row => row.Plan.Allowance.Gb),
        new("gbPer", row => row.Plan.Allowance.Per),
        new("afterAction", row => row.Plan.Allowance.After.Action),
        new("afterKbps", row => row.Plan.Allowance.After.Kbps),
        new("speedKbps", row => row.Plan.Allowance.SpeedKbps),
        new("days", row => row.Price?.Days),
        new("dayRate", row => row.Price?.DayRate),
        new("amount", row => row.Price?.Amount),
        new("low", row => row.Price is { } price ? price.Low : row.Plan.PriceRange?.Low),
        new("high", row => row.Price is { } price ? price.High : row.Plan.PriceRange?.High),
        new("currency", row => row.Price?.Currency ?? row.Plan.PriceRange?.Currency),
        new("pricePerGb", row => row.Plan.PricePerGb?.Amount),
        new("pricePerGbCurrency", row => row.Plan.PricePerGb?.Currency),
        new("starts", row => row.Plan.Validity.Starts),
        new("clock", row => row.Plan.Validity.Clock),
        new("utcOffset", row => row.Plan.Validity.UtcOffset),
        new("startBy", row => row.Plan.Validity.StartBy),
        new("tethering", row => row.Plan.Tethering.Policy),
        new("tetheringGb", row => row.Plan.Tethering.Gb),
        new("tetheringPer", row => row.Plan.Tethering.Per),
        new("tetheringBasis", row => row.Plan.Tethering.Basis),
        new("topUpOffered", row => row.Plan.TopUp.Offered),
        new("topUpGb", row => row.Plan.TopUp.Gb),
        new("topUpPrice", row => row.Plan.TopUp.Price?.Amount),
        new("topUpCurrency", row => row.Plan.TopUp.Price?.Currency),
        new("networks", row => Joined(row.Plan.Networks)),
        new("fiveG", row => row.Plan.FiveG),
        new("japaneseNumber", row => row.Plan.JapaneseNumber),
        new("identityCheck", row => row.Plan.IdentityCheck),
        new("routerDevices", row => row.Plan.Router?.Devices),
        new("routerBatteryHours", row => row.Plan.Router?.BatteryHours),
        new("advisable", row => row.Plan.Advisable),
        new("notAdvisableBecause", row => row.Plan.NotAdvisableBecause),
        .. SourceOf<(PlanResponse Plan, PriceAnswer? Price)>(row => row.Plan.Source),
    ];

    private static Column<(PlanResponse Plan, FeeAnswer Fee)>[] FeeColumns =>
    [
        new("plan", row => row.Plan.Id),
        new("kind", row => row.Fee.Kind),
        new("amount", row => row.Fee.Amount),
        new("currency", row => row.Fee.Currency),
        new("per", row => row.Fee.Per),
        new("when", row => row.Fee.When),
        .. SourceOf<(PlanResponse Plan, FeeAnswer Fee)>(row => row.Plan.Source),
    ];

    private static Column<(PlanResponse Plan, PastPriceAnswer Past)>[] PastPriceColumns =>
    [
        new("plan", row => row.Plan.Id),
        new("days", row => row.Past.Days),
        new("amount", row => row.Past.Amount),
        new("currency", row => row.Past.Currency),
        .. SourceOf<(PlanResponse Plan, PastPriceAnswer Past)>(row => row.Plan.Source with { Checked = row.Past.From }),
    ];

    private static Column<ProviderResponse>[] ProviderColumns =>
    [
        new("id", row => row.Id),
        new("name", row => row.Name),
        new("kind", row => row.Kind),
        new("soldIn", row => Joined(row.SoldIn)),
        new("soldInStated", row => row.SoldInStated),
        new("website", row => row.Website),
        new("refundPolicy", row => row.Refund.Policy),
        new("refundDays", row => row.Refund.Days),
        new("tethering", row => row.Tethering),
        new("supportLanguages", row => Joined(row.SupportLanguages)),
        new("endedOn", row => row.EndedOn),
        new("successor", row => row.Successor),
        new("returnedBy", row => Joined(row.ReturnedBy)),
        new("plans", row => row.Plans),
        new("advisablePlans", row => row.AdvisablePlans),
        .. SourceOf<ProviderResponse>(row => row.Source),
    ];

    private static Column<(DeviceResponse Device, VariantAnswer? Variant)>[] DeviceColumns =>
    [
        new("id", row => row.Device.Id),
        new("brand", row => row.Device.Brand),
        new("name", row => row.Device.Name),
        new("class", row => row.Device.Class),
        new("released", row => row.Device.Released),
        new("markets", row => Joined(row.Variant?.Markets)),
        new("esim", row => row.Variant?.Esim ?? row.Device.Esim),
        new("simSlots", row => row.Variant is { } variant ? variant.SimSlots : row.Device.SimSlots),
        new("modelNumbers", row => Joined(row.Variant is { } variant ? variant.ModelNumbers : row.Device.ModelNumbers)),
        new("installsAbroadOnly", row => row.Variant?.InstallsAbroadOnly ?? false),
        new("esimStored", row => row.Device.EsimStored),
        new("canHost", row => row.Device.Hotspot.CanHost),
        new("hotspotClients", row => row.Device.Hotspot.Clients),
        new("joinsWifi", row => row.Device.JoinsWifi),
        new("captivePortal", row => row.Device.CaptivePortal),
        .. SourceOf<(DeviceResponse Device, VariantAnswer? Variant)>(row => row.Device.Source),
    ];

    private static Column<(AirportResponse Airport, CounterAnswer Counter)>[] CounterColumns =>
    [
        new("airport", row => row.Airport.Iata),
        new("id", row => row.Counter.Id),
        new("provider", row => row.Counter.Provider?.Id),
        new("name", row => row.Counter.Name),
        new("kind", row => row.Counter.Kind),
        new("handsOver", row => row.Counter.HandsOver),
        new("terminal", row => row.Counter.Terminal),
        new("location", row => row.Counter.Location),
        new("opens", row => Clock(row.Counter.Opens)),
        new("closes", row => Clock(row.Counter.Closes)),
        new("allDay", row => row.Counter.AllDay),
        new("leadDays", row => row.Counter.LeadDays),
        new("orderBy", row => Clock(row.Counter.OrderBy)),
        .. SourceOf<(AirportResponse Airport, CounterAnswer Counter)>(row => row.Counter.Source),
    ];

    private static Column<ActivityAnswer>[] ActivityColumns =>
    [
        new("id", row => row.Id),
        new("name", row => row.Name),
        new("gbPerHour", row => row.GbPerHour),
        new("low", row => row.Low),
        new("high", row => row.High),
        .. SourceOf<ActivityAnswer>(row => row.Source),
    ];

    private static Column<(ExchangeRatesResponse Rates, RateAnswer Rate)>[] RateColumns =>
    [
        new("currency", row => row.Rate.Currency),
        new("yenPerUnit", row => row.Rate.YenPerUnit),
        new("decimals", row => row.Rate.Decimals),
        new("base", _ => ExchangeRates.Yen),
        .. SourceOf<(ExchangeRatesResponse Rates, RateAnswer Rate)>(row => row.Rates.Source),
    ];

    /// <summary>
    /// A table as CSV (RFC 4180) in UTF-8. Text that a spreadsheet would run as a formula is escaped.
    /// </summary>
    /// <exception cref="InvalidOperationException">No table has this name.</exception>
    public static byte[] Write(string name, CatalogFile file)
    {
        var table = All.First(known => known.Name == name).Of(file);
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, Options, leaveOpen: true))
        {
            csv.WriteHeader([.. table.Header]);
            foreach (var row in table.Rows)
            {
                row.ForEach(csv.WriteField);
                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>A plan without a price also has one row.</summary>
    private static IEnumerable<(PlanResponse Plan, PriceAnswer? Price)> PlanRows(CatalogFile file) =>
        file.Plans.SelectMany(plan => plan.Prices.Select(price => (PriceAnswer?)price).DefaultIfEmpty(), (plan, price) => (plan, price));

    /// <summary>Markets whose units differ have further rows of their own.</summary>
    private static IEnumerable<(DeviceResponse Device, VariantAnswer? Variant)> DeviceRows(CatalogFile file) =>
        file.Devices.SelectMany(
            device => device.Variants.Select(variant => (VariantAnswer?)variant).Prepend(null), (device, variant) => (device, variant));

    private static Column<T>[] SourceOf<T>(Func<T, SourceAnswer?> source) =>
    [
        new("source", row => source(row)?.Url),
        new("checked", row => source(row)?.Checked),
        new("confidence", row => source(row)?.Confidence),
        new("license", _ => CatalogLicense.Spdx),
    ];

    private static string? Joined(IReadOnlyList<string>? list) => list is null ? null : string.Join(' ', list);

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Column<T>(string Name, Func<T, object?> Of);

    private sealed record Table(IReadOnlyList<string> Header, IEnumerable<List<object?>> Rows)
    {
        public static Table Of<T>(IEnumerable<T> rows, Column<T>[] columns) =>
            new([.. columns.Select(column => column.Name)], rows.Select(row => columns.Select(column => Cell(column.Of(row))).ToList()));

        private static object? Cell(object? value) => value is Enum named ? named.Wire() : value;
    }
}
