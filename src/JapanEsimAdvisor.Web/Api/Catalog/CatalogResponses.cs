using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>A plan as the catalog knows it. What is unknown is null or <c>unknown</c>.</summary>
/// <param name="ExtraCost">Roaming: what the quoted days add to the bill; null for other plans.</param>
/// <param name="Countries">Null if the source does not name Japan.</param>
/// <param name="NotAdvisableBecause">Code of the reason; null if the plan may be advised.</param>
/// <param name="BuyUrl">Where to buy: the seller's address, or the partner's link to it.</param>
public sealed record PlanResponse(
    string Id,
    IdAndName Provider,
    string Name,
    Medium Medium,
    Audience Audience,
    IReadOnlyList<string> SoldIn,
    ConditionAnswer? Condition,
    string? HomeOperator,
    Money? ExtraCost,
    IReadOnlyList<string>? Countries,
    AllowanceAnswer Allowance,
    IReadOnlyList<PriceAnswer> Prices,
    Money? PricePerGb,
    MoneyRange? PriceRange,
    bool Confirmed,
    IReadOnlyList<FeeAnswer> Fees,
    ValidityAnswer Validity,
    TetheringAnswer Tethering,
    TopUpAnswer TopUp,
    IReadOnlyList<string>? Networks,
    bool? FiveG,
    bool? JapaneseNumber,
    bool? IdentityCheck,
    RouterAnswer? Router,
    Quote? Quote,
    bool Advisable,
    string? NotAdvisableBecause,
    string? BuyUrl,
    string? SellerUrl,
    SourceAnswer Source,
    IReadOnlyList<PastPriceAnswer> PriceHistory);

public sealed record IdAndName(string Id, string Name);

public sealed record ConditionAnswer(ConditionKind Kind, string? Value, string Text);

/// <param name="Per">Null if no gigabytes are stated.</param>
/// <param name="SpeedKbps">Speed of the whole plan if it is limited throughout.</param>
public sealed record AllowanceAnswer(AllowanceKind Kind, double? Gb, AllowancePer? Per, AfterAnswer After, int? SpeedKbps);

public sealed record AfterAnswer(AfterAction Action, int? Kbps);

/// <param name="Amount">Null if only a range or floor is known.</param>
/// <param name="DayRate">True: a rate per day, bought for any number of days.</param>
public sealed record PriceAnswer(int Days, bool DayRate, decimal? Amount, decimal? Low, decimal? High, string Currency);

/// <param name="When">Whether the fee is part of the price, optional, or due only if something happens.</param>
public sealed record FeeAnswer(FeeKind Kind, decimal Amount, string Currency, FeePer Per, FeeWhen When);

public sealed record ValidityAnswer(ValidityStart Starts, ValidityClock Clock, double? UtcOffset, int? StartBy);

public sealed record TetheringAnswer(TetherPolicy Policy, double? Gb, TetherPer? Per, string? Basis);

public sealed record TopUpAnswer(bool? Offered, double? Gb, Money? Price);

public sealed record RouterAnswer(int? Devices, double? BatteryHours);

public sealed record SourceAnswer(string? Url, string? Checked, string Confidence);

public sealed record PastPriceAnswer(string From, int Days, decimal Amount, string Currency);

/// <param name="SoldIn">ISO countries or worldwide; the home market if nothing is stated.</param>
public sealed record ProviderResponse(
    string Id,
    string Name,
    SellerKind Kind,
    IReadOnlyList<string> SoldIn,
    bool SoldInStated,
    string? Website,
    RefundAnswer Refund,
    TetherPolicy Tethering,
    IReadOnlyList<string> SupportLanguages,
    string? EndedOn,
    string? Successor,
    IReadOnlyList<string> ReturnedBy,
    int Plans,
    int AdvisablePlans,
    DateRange PricesChecked,
    SourceAnswer Source);

public sealed record RefundAnswer(string Policy, int? Days);

public sealed record OperatorResponse(
    string Id,
    string Name,
    IReadOnlyList<string> Countries,
    IReadOnlyList<IdAndName> Tariffs,
    IReadOnlyList<string> RoamingPlans,
    DateRange PricesChecked);

/// <summary>A page of a list.</summary>
/// <param name="Match">What <c>q</c> means; null without <c>q</c>.</param>
public sealed record DeviceResponseListing(
    IReadOnlyList<DeviceResponse> Items, int Total, int Page, int PageSize, CatalogStamp Catalog, DeviceMatch? Match);

/// <param name="Id">The device that is surely meant, also the first of the list; null if several can be meant, or none.</param>
/// <param name="Market">ISO country of the market that the text states, for <c>phoneMarket</c>; null if it states none.</param>
public sealed record DeviceMatch(string? Id, string? Market);

/// <param name="ModelNumbers">Model numbers whose market is not known; others are with their variant.</param>
public sealed record DeviceResponse(
    string Id,
    string Brand,
    string Name,
    DeviceClass Class,
    int? Released,
    Tristate Esim,
    int? SimSlots,
    IReadOnlyList<string> ModelNumbers,
    IReadOnlyList<VariantAnswer> Variants,
    int? EsimStored,
    HotspotAnswer Hotspot,
    bool? JoinsWifi,
    string CaptivePortal,
    SourceAnswer Source)
{
    public static DeviceResponse Of(Device device) => new(
        device.Id,
        device.Brand,
        device.Name,
        device.Class,
        device.Released,
        device.Esim,
        device.SimSlots,
        device.ModelNumbers,
        [.. device.Variants.Select(variant =>
            new VariantAnswer(variant.Markets, variant.Esim, variant.SimSlots, variant.ModelNumbers, variant.InstallsAbroadOnly))],
        device.EsimStored,
        new HotspotAnswer(device.CanHost, device.HotspotClients),
        device.JoinsWifi,
        device.CaptivePortal,
        new SourceAnswer(device.Source.Url ?? device.Source.CollectedFrom, device.Source.Checked, device.Source.Confidence));
}

/// <param name="Markets">ISO countries of the markets that units are made for.</param>
/// <param name="InstallsAbroadOnly">Whether a travel eSIM can be installed only outside of these markets.</param>
public sealed record VariantAnswer(
    IReadOnlyList<string> Markets, Tristate Esim, int? SimSlots, IReadOnlyList<string> ModelNumbers, bool InstallsAbroadOnly);

/// <param name="Clients">Number of devices its hotspot serves in our advice; null if not known.</param>
public sealed record HotspotAnswer(bool? CanHost, int? Clients);

public sealed record UsageProfilesResponse(
    IReadOnlyList<ProfileAnswer> Profiles,
    IReadOnlyList<ActivityAnswer> Activities,
    IReadOnlyList<DeviceUseAnswer> Devices,
    IReadOnlyDictionary<string, double> FreeWifi,
    CatalogStamp Catalog);

public sealed record ProfileAnswer(string Id, string Name, double GbPerDay);

public sealed record ActivityAnswer(string Id, string Name, double GbPerHour, double? Low, double? High, SourceAnswer Source);

/// <summary>GB a day that a further device adds if no activities are given.</summary>
public sealed record DeviceUseAnswer(DeviceClass Class, double GbPerDay);

/// <param name="Base">Always JPY.</param>
public sealed record ExchangeRatesResponse(DateOnly AsOf, string Base, IReadOnlyList<RateAnswer> Rates, SourceAnswer? Source);

/// <param name="YenPerUnit">Yen for one unit, indicative.</param>
public sealed record RateAnswer(string Currency, decimal YenPerUnit, int Decimals);
