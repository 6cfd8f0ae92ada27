using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Web.Catalog.Files;

/// <summary>Shape of <c>devices/&lt;brand&gt;.json</c>.</summary>
public sealed record DevicesFile(
    string Brand, ImmutableArray<string>? BrandAliases, Source? ModelNumbersSource, ImmutableArray<DeviceEntry> Devices);

public sealed record DeviceEntry(
    string Id,
    string Name,
    ImmutableArray<string>? Aliases,
    ImmutableArray<string>? ModelNumbers,
    DeviceClass Class,
    int? Released,
    Tristate Esim,
    int? SimSlots,
    ImmutableArray<VariantEntry>? Variants,
    int? EsimStored,
    int? EsimActive,
    HotspotEntry Hotspot,
    bool? JoinsWifi,
    string? CaptivePortal,
    Source Source)
{
    public Device ToDevice(DevicesFile file) => new()
    {
        Id = Id,
        Brand = file.Brand,
        BrandAliases = file.BrandAliases ?? [],
        Name = Name,
        Aliases = Aliases ?? [],
        ModelNumbers = ModelNumbers ?? [],
        ModelNumbersSource = ModelNumbers is null ? null : file.ModelNumbersSource,
        Class = Class,
        Released = Released,
        Esim = Esim,
        SimSlots = SimSlots,
        Variants = [.. (Variants ?? []).Select(variant => variant.ToVariant())],
        EsimStored = EsimStored,
        EsimActive = EsimActive,
        CanHost = Hotspot.CanHost,
        HotspotClients = Hotspot.Clients,
        JoinsWifi = JoinsWifi,
        CaptivePortal = CaptivePortal ?? Device.PortalUnknown,
        Source = Source,
    };
}

public sealed record VariantEntry(
    ImmutableArray<string> Markets,
    Tristate Esim,
    int? SimSlots,
    ImmutableArray<string>? ModelNumbers,
    bool? InstallsAbroadOnly,
    Source? Source)
{
    public MarketVariant ToVariant() =>
        new(Markets, Esim, SimSlots, ModelNumbers ?? [], Source) { InstallsAbroadOnly = InstallsAbroadOnly ?? false };
}

public sealed record HotspotEntry(bool? CanHost, int? Clients);

/// <summary>Shape of <c>usage.json</c>.</summary>
public sealed record UsageFile(
    ImmutableArray<UsageProfile> Profiles,
    ImmutableArray<ActivityEntry> Activities,
    ImmutableArray<DeviceUseEntry> Devices,
    UsageSpread Spread,
    ImmutableArray<FreeWifiEntry> FreeWifi);

public sealed record ActivityEntry(string Id, double GbPerHour, double? Low, double? High, DeviceClass? OnDevice, Source Source)
{
    public Activity ToActivity() => new(Id, GbPerHour, Low, High, OnDevice, Source);
}

public sealed record DeviceUseEntry(DeviceClass Class, double GbPerDay);

public sealed record FreeWifiEntry(string Id, double Share);

/// <summary>Shape of <c>places.json</c>.</summary>
public sealed record PlacesFile(ImmutableArray<AirportEntry> Airports);

public sealed record AirportEntry(string Iata, ImmutableArray<CounterEntry> Counters)
{
    public Airport ToAirport() => new(Iata, [.. Counters.Select(counter => counter.ToCounter())]);
}

public sealed record CounterEntry(
    string Id,
    string? Seller,
    string Name,
    string Kind,
    string? Terminal,
    string? Location,
    TimeOnly? Opens,
    TimeOnly? Closes,
    bool AllDay,
    int? LeadDays,
    TimeOnly? OrderBy,
    Source Source)
{
    public Counter ToCounter() => new(Id, Seller, Name, Kind, Terminal, Location, Opens, Closes, AllDay, LeadDays, OrderBy, Source);
}

/// <summary>Shape of <c>rates.json</c>.</summary>
public sealed record RatesFile(DateOnly AsOf, Source Source, ImmutableArray<RateEntry> Rates);

public sealed record RateEntry(string Currency, decimal YenPerUnit, int Decimals);

/// <summary>Shape of <c>tariff.json</c>.</summary>
public sealed record TariffFile(ImmutableDictionary<string, AssumptionEntry> Assumptions)
{
    /// <exception cref="KeyNotFoundException">
    /// An assumption is missing. The schema refuses such files before this runs.
    /// </exception>
    public InconvenienceTariff ToTariff() => new()
    {
        SetUpEsim = this["setUpEsim"],
        SwapSim = this["swapSim"],
        CollectAndReturnRouter = this["collectAndReturnRouter"],
        RouterPerDay = this["carryRouterPerDay"],
        HostBatteryPerDay = this["hostBatteryPerDay"],
        HostBatteryPerClientPersonPerDay = this["hostBatteryPerClientPersonDay"],
        ApartPerPersonHour = this["apartPerPersonHour"],
        LimitedDayStops = this["limitedDayStops"],
        LimitedDaySlow = this["limitedDayUnder200OrUnknown"],
        LimitedDayMedium = this["limitedDayFrom200To999"],
        LimitedDayFast = this["limitedDayFrom1000"],
        IdentityCheck = this["identityCheck"],
        FactorPrice = this["preferenceFactorPrice"],
        FactorBalanced = this["preferenceFactorBalanced"],
        FactorEase = this["preferenceFactorEase"],
        DefaultMaxChanceOfRunningOut = this["defaultMaxChanceOfRunningOut"],
        MinimumFullSpeedShare = this["minimumFullSpeedShare"],
        UsageCheckMinimumShare = this["usageCheckMinimumShare"],
        HotspotClientsWhenUnknown = (int)this["hotspotClientsWhenUnknown"],
        RouterUsableShare = this["routerUsableShare"],
        RouterDevicesWhenUnknown = (int)this["routerDevicesWhenUnknown"],
        EsimStoredWhenUnknown = (int)this["esimStoredDefault"],
        AssumedFairUseGbPerDay = this["unlimitedAssumedFairUseGbPerDay"],
        MinutesFromLandingToCounter = (int)this["landingToCounterMinutes"],
        TopUpMinimumGb = this["topUpMinimumGb"],
        TopUpValidityShare = this["topUpValidityShare"],
        ApartSometimesHours = this["apartHoursSometimes"],
        ApartOftenHours = this["apartHoursOften"],
        DeliveryLeadDaysWhenUnknown = (int)this["deliveryLeadDaysWhenUnknown"],
        StaleAfterDays = (int)this["staleAfterDays"],
    };

    private double this[string name] => Assumptions[name].Value;
}

public sealed record AssumptionEntry(double Value, string Unit, string Reason);

/// <summary>Shape of <c>benchmarks.json</c>.</summary>
public sealed record BenchmarksFile(ImmutableArray<Benchmark> Benchmarks);

/// <summary>Shape of <c>facts/&lt;topic&gt;.json</c>, limited to what pages cite.</summary>
public sealed record FactsFile(ImmutableArray<FactEntry> Facts);

public sealed record FactEntry(string Id, Source Source);
