using System.Collections.Frozen;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Tests;

public static partial class A
{
    /// <summary>The tariff of the method, section 4, and the figures of sections 2 and 3.</summary>
    public static InconvenienceTariff Tariff { get; } = new()
    {
        SetUpEsim = 300,
        SwapSim = 400,
        CollectAndReturnRouter = 1000,
        RouterPerDay = 100,
        HostBatteryPerDay = 100,
        HostBatteryPerClientPersonPerDay = 60,
        ApartPerPersonHour = 150,
        LimitedDayStops = 500,
        LimitedDaySlow = 300,
        LimitedDayMedium = 200,
        LimitedDayFast = 80,
        IdentityCheck = 500,
        FactorPrice = 0.5,
        FactorBalanced = 1,
        FactorEase = 2.5,
        DefaultMaxChanceOfRunningOut = 0.2,
        MinimumFullSpeedShare = 0.85,
        UsageCheckMinimumShare = 0.01,
        HotspotClientsWhenUnknown = 5,
        RouterUsableShare = 0.5,
        RouterDevicesWhenUnknown = 10,
        EsimStoredWhenUnknown = 8,
        AssumedFairUseGbPerDay = 3,
        MinutesFromLandingToCounter = 60,
        TopUpMinimumGb = 1,
        TopUpValidityShare = 1.0 / 3,
        ApartSometimesHours = 1,
        ApartOftenHours = 4,
        DeliveryLeadDaysWhenUnknown = 4,
        StaleAfterDays = 180,
    };

    /// <summary>Profiles and spread of the method, section 1.</summary>
    public static UsageFacts Usage { get; } = new()
    {
        Profiles =
        [
            new UsageProfile("light", 0.25, "maps"),
            new UsageProfile("typical", 0.7, "average"),
            new UsageProfile("heavy", 2, "video"),
            new UsageProfile("work", 3, "calls", DeviceClass.Laptop, 2.3),
        ],
        Activities =
        [
            new Activity("maps", 0.015, null, null, null, Source),
            new Activity("video", 1.5, null, null, null, Source),
            new Activity("laptop-calls", 1, null, null, DeviceClass.Laptop, Source),
        ],
        GbPerDayByDevice = new Dictionary<DeviceClass, double>
        {
            [DeviceClass.Tablet] = 0.3,
            [DeviceClass.Laptop] = 0.5,
            [DeviceClass.Console] = 0.2,
            [DeviceClass.Watch] = 0,
            [DeviceClass.EReader] = 0,
        }.ToFrozenDictionary(),
        Spread = new UsageSpread(0.5, 0.35, 0.2, 0.7, 0.2),
        FreeWifiShares = new Dictionary<string, double> { ["none"] = 0, ["hotel"] = 0.4 }.ToFrozenDictionary(),
    };

    /// <summary>Yen with no decimals, euro with two, dinar with three.</summary>
    public static ExchangeRates Rates { get; } = new()
    {
        AsOf = new DateOnly(2027, 2, 20),
        ByCurrency = new[]
        {
            new CurrencyRate("JPY", 1, 0),
            new CurrencyRate("EUR", 160, 2),
            new CurrencyRate("USD", 150, 2),
            new CurrencyRate("KWD", 490.5m, 3),
        }.ToFrozenDictionary(rate => rate.Currency),
    };

    /// <summary>These plans, each of a seller of travel eSIMs worldwide unless a seller is added.</summary>
    public static CatalogSnapshot Catalog(params IEnumerable<Plan> plans) => new()
    {
        Version = "test",
        Plans = [.. plans.OrderBy(plan => plan.Id, StringComparer.Ordinal)],
        Sellers = plans.Select(plan => plan.SellerId).Distinct().Select(Seller).ToFrozenDictionary(seller => seller.Id),
        Devices = Devices.ToFrozenDictionary(device => device.Id),
        Airports = FrozenDictionary<string, Airport>.Empty,
        Usage = Usage,
        Tariff = Tariff,
        Rates = Rates,
    };

    public static Seller Seller(string id) => new()
    {
        Id = id,
        Name = id,
        Kind = SellerKind.TravelEsim,
        Market = [Core.Catalog.Seller.Worldwide],
        Source = Source,
    };

    public static CatalogSnapshot With(this CatalogSnapshot catalog, Seller seller) =>
        catalog with
        {
            Sellers = catalog.Sellers.Values.Where(known => known.Id != seller.Id).Append(seller).ToFrozenDictionary(one => one.Id),
        };

    public static CatalogSnapshot With(this CatalogSnapshot catalog, Airport airport) =>
        catalog with { Airports = new Dictionary<string, Airport> { [airport.Iata] = airport }.ToFrozenDictionary() };

    public static CatalogSnapshot With(this CatalogSnapshot catalog, Device device) =>
        catalog with
        {
            Devices = catalog.Devices.Values.Where(known => known.Id != device.Id).Append(device).ToFrozenDictionary(one => one.Id),
        };

    public static Device Device(string id, DeviceClass kind, Tristate esim = Tristate.Yes) => new()
    {
        Id = id,
        Brand = "Acme",
        Name = id,
        Class = kind,
        Esim = esim,
        Source = Source,
    };

    public static Counter Counter(string seller, string? opens, string? closes, bool allDay = false) => new(
        "counter", seller, "Counter", "counter", "1", null, Clock(opens), Clock(closes), allDay, null, null, Source);

    private static IEnumerable<Device> Devices =>
    [
        Device("iphone", DeviceClass.Phone) with { Brand = "Apple", SimSlots = 1 },
        Device("android", DeviceClass.Phone) with { SimSlots = 1 },
        Device("dual-sim", DeviceClass.Phone, Tristate.No) with { SimSlots = 2 },
        Device("old-phone", DeviceClass.Phone, Tristate.No) with { SimSlots = 1 },
        Device("esim-only", DeviceClass.Phone) with { SimSlots = 0 },
        Device("no-hotspot", DeviceClass.Phone) with { CanHost = false },
        Device("one-client", DeviceClass.Phone) with { HotspotClients = 1 },
        Device("feature-phone", DeviceClass.Phone, Tristate.No) with { JoinsWifi = false },
        Device("laptop", DeviceClass.Laptop, Tristate.No),
        Device("tablet", DeviceClass.Tablet, Tristate.No),
        Device("console", DeviceClass.Console, Tristate.No),
        Device("watch", DeviceClass.Watch, Tristate.No),
        Device("reader", DeviceClass.EReader, Tristate.No),
    ];

    private static TimeOnly? Clock(string? time) =>
        time is null ? null : TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
