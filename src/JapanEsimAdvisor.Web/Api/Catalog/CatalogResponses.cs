using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>A plan as the catalog knows it. What is unknown is null or <c>unknown</c>.</summary>
public sealed class PlanResponse(Plan plan, Seller seller, Quote? quote, CatalogInService service, Words words)
{
    public string Id { get; } = plan.Id;
    public IdAndName Provider { get; } = new(seller.Id, seller.Name);
    public string Name { get; } = plan.Name;
    public Medium Medium { get; } = plan.Medium;
    public Audience Audience { get; } = plan.Audience;
    public IReadOnlyList<string> SoldIn { get; } = service.Snapshot.SoldIn(plan);
    public ConditionAnswer? Condition { get; } = plan.Condition is { } condition
        ? new(condition.Kind, condition.Value, words["condition." + condition.Kind.Wire()])
        : null;
    public string? HomeOperator { get; } = plan.Audience == Audience.OperatorCustomer ? plan.SellerId : null;

    /// <summary>Roaming: what the quoted days add to the bill; null for other plans.</summary>
    public Money? ExtraCost { get; } = plan.Medium == Medium.Roaming ? quote?.Price : null;

    /// <summary>Null if the source does not name Japan.</summary>
    public IReadOnlyList<string>? Countries { get; } = plan.Countries;

    public AllowanceAnswer Allowance { get; } = AllowanceAnswer.Of(plan.Allowance);
    public IReadOnlyList<PriceAnswer> Prices { get; } = [.. plan.Prices.Select(PriceAnswer.Of)];
    public Money? PricePerGb { get; } = plan.PricePerGb;

    // Of a plan without an exact price: from its table, else a range for no stated number of days.
    public MoneyRange? PriceRange { get; } =
        plan.Prices.FirstOrDefault(price => !price.IsExact) is { } row ? new(row.Low, row.High, row.Currency)
        : plan.RangeWithoutLength is { } range ? new(range.Low, range.High, range.Currency)
        : null;

    public bool Confirmed { get; } = plan.PriceConfirmed;
    public IReadOnlyList<FeeAnswer> Fees { get; } = [.. seller.Fees.Concat(plan.Fees).Select(FeeAnswer.Of)];
    public ValidityAnswer Validity { get; } =
        new(plan.Validity.Starts, plan.Validity.Clock, plan.Validity.UtcOffset, plan.Validity.StartBy);

    public TetheringAnswer Tethering { get; } =
        new(plan.Tethering.Policy, plan.Tethering.CapGb, plan.Tethering.Per, plan.Tethering.Basis);

    public TopUpAnswer TopUp { get; } = new(plan.TopUp.Offered, plan.TopUp.Gb, plan.TopUp.Price);
    public IReadOnlyList<string>? Networks { get; } = plan.Networks.IsEmpty ? null : plan.Networks;
    public bool? FiveG { get; } = plan.FiveG;
    public bool? JapaneseNumber { get; } = plan.JapaneseNumber;
    public bool? IdentityCheck { get; } = plan.IdentityCheck;
    public RouterAnswer? Router { get; } = plan.Router is { } router ? new(router.Devices, router.BatteryHours) : null;
    public Quote? Quote { get; } = quote;
    public bool Advisable => NotAdvisableBecause is null;

    /// <summary>Code of the reason; null if the plan may be advised.</summary>
    public string? NotAdvisableBecause { get; } = CatalogSnapshot.NotAdvisableBecause(plan);

    /// <summary>Where to buy: the seller's address, or the partner's link to it.</summary>
    public string? BuyUrl { get; } = seller.Website;

    public string? SellerUrl { get; } = seller.Website;
    public SourceAnswer Source { get; } = SourceAnswer.Of(plan.Source);
    public IReadOnlyList<PastPriceAnswer> PriceHistory { get; } =
        [.. PlanHistory.Of(service, plan).Select(past => new PastPriceAnswer(past.Checked, past.Days, past.Amount, past.Currency))];
}

public sealed record IdAndName(string Id, string Name);

public sealed record ConditionAnswer(ConditionKind Kind, string? Value, string Text);

/// <param name="Per">Null if no gigabytes are stated.</param>
/// <param name="SpeedKbps">Speed of the whole plan if it is limited throughout.</param>
public sealed record AllowanceAnswer(AllowanceKind Kind, double? Gb, AllowancePer? Per, AfterAnswer After, int? SpeedKbps)
{
    public static AllowanceAnswer Of(Allowance allowance) => new(
        allowance.Kind, allowance.Gb, allowance.Per, new AfterAnswer(allowance.After, allowance.AfterKbps), allowance.SpeedKbps);
}

public sealed record AfterAnswer(AfterAction Action, int? Kbps);

/// <param name="Amount">Null if only a range or floor is known.</param>
/// <param name="DayRate">True: a rate per day, bought for any number of days.</param>
public sealed record PriceAnswer(int Days, bool DayRate, decimal? Amount, decimal? Low, decimal? High, string Currency)
{
    public static PriceAnswer Of(Price price) => price.IsExact
        ? new(price.Days, price.DayRate, Amount: price.Low, Low: null, High: null, price.Currency)
        : new(price.Days, price.DayRate, Amount: null, price.Low, price.High, price.Currency);
}

/// <param name="When">Whether the fee is part of the price, optional, or due only if something happens.</param>
public sealed record FeeAnswer(FeeKind Kind, decimal Amount, string Currency, FeePer Per, FeeWhen When)
{
    public static FeeAnswer Of(Fee fee) => new(fee.Kind, fee.Middle.Amount, fee.Currency, fee.Per, fee.When);
}

public sealed record ValidityAnswer(ValidityStart Starts, ValidityClock Clock, double? UtcOffset, int? StartBy);

public sealed record TetheringAnswer(TetherPolicy Policy, double? Gb, TetherPer? Per, string? Basis);

public sealed record TopUpAnswer(bool? Offered, double? Gb, Money? Price);

public sealed record RouterAnswer(int? Devices, double? BatteryHours);

public sealed record SourceAnswer(string? Url, string? Checked, string Confidence)
{
    public static SourceAnswer Of(Source source) => new(source.Url ?? source.CollectedFrom, source.Checked, source.Confidence);
}

public sealed record PastPriceAnswer(string From, int Days, decimal Amount, string Currency);

public sealed class ProviderResponse(Seller seller, IReadOnlyCollection<Plan> plans)
{
    public string Id { get; } = seller.Id;
    public string Name { get; } = seller.Name;
    public SellerKind Kind { get; } = seller.Kind;

    /// <summary>ISO countries or worldwide; the home market if nothing is stated.</summary>
    public IReadOnlyList<string> SoldIn { get; } = seller.SoldIn ?? seller.Market;

    public bool SoldInStated { get; } = seller.SoldIn is not null;
    public string? Website { get; } = seller.Website;
    public RefundAnswer Refund { get; } = new(seller.Refund?.Policy ?? Core.Catalog.Refund.Unknown, seller.Refund?.Days);
    public TetherPolicy Tethering { get; } = seller.Tethering;
    public IReadOnlyList<string> SupportLanguages { get; } = seller.SupportLanguages;
    public string? EndedOn { get; } = seller.EndedOn;
    public string? Successor { get; } = seller.Successor;
    public IReadOnlyList<string> ReturnedBy { get; } = seller.ReturnedBy;
    public int Plans { get; } = plans.Count;
    public int AdvisablePlans { get; } = plans.Count(plan => CatalogSnapshot.NotAdvisableBecause(plan) is null);
    public DateRange PricesChecked { get; } = DateRange.Of(plans);
    public SourceAnswer Source { get; } = SourceAnswer.Of(seller.Source);
}

public sealed record RefundAnswer(string Policy, int? Days);

public sealed class OperatorResponse(Seller seller, IReadOnlyCollection<Plan> plans)
{
    public string Id { get; } = seller.Id;
    public string Name { get; } = seller.Name;
    public IReadOnlyList<string> Countries { get; } = seller.Market;
    public IReadOnlyList<IdAndName> Tariffs { get; } = [.. seller.Tariffs.Select(tariff => new IdAndName(tariff.Id, tariff.Name))];
    public IReadOnlyList<string> RoamingPlans { get; } = [.. plans.Select(plan => plan.Id)];
    public DateRange PricesChecked { get; } = DateRange.Of(plans);
}

/// <summary>A page of a list.</summary>
/// <param name="Match">What <c>q</c> means; null without <c>q</c>.</param>
public sealed record DeviceResponseListing(
    IReadOnlyList<DeviceResponse> Items, int Total, int Page, int PageSize, CatalogStamp Catalog, DeviceMatch? Match);

/// <param name="Id">The device that is surely meant, also the first of the list; null if several can be meant, or none.</param>
/// <param name="Market">ISO country of the market that the text states, for <c>phoneMarket</c>; null if it states none.</param>
public sealed record DeviceMatch(string? Id, string? Market);

public sealed class DeviceResponse(Device device)
{
    public string Id { get; } = device.Id;
    public string Brand { get; } = device.Brand;
    public string Name { get; } = device.Name;
    public DeviceClass Class { get; } = device.Class;
    public int? Released { get; } = device.Released;
    public Tristate Esim { get; } = device.Esim;
    public int? SimSlots { get; } = device.SimSlots;

    /// <summary>Model numbers whose market is not known; others are with their variant.</summary>
    public IReadOnlyList<string> ModelNumbers { get; } = device.ModelNumbers;

    public IReadOnlyList<VariantAnswer> Variants { get; } =
    [
        .. device.Variants.Select(variant =>
            new VariantAnswer(variant.Markets, variant.Esim, variant.SimSlots, variant.ModelNumbers, variant.InstallsAbroadOnly)),
    ];

    public int? EsimStored { get; } = device.EsimStored;
    public HotspotAnswer Hotspot { get; } = new(device.CanHost, device.HotspotClients);
    public bool? JoinsWifi { get; } = device.JoinsWifi;
    public string CaptivePortal { get; } = device.CaptivePortal;
    public SourceAnswer Source { get; } = SourceAnswer.Of(device.Source);
}

/// <param name="Markets">ISO countries of the markets that units are made for.</param>
/// <param name="InstallsAbroadOnly">Whether a travel eSIM can be installed only outside of these markets.</param>
public sealed record VariantAnswer(
    IReadOnlyList<string> Markets, Tristate Esim, int? SimSlots, IReadOnlyList<string> ModelNumbers, bool InstallsAbroadOnly);

/// <param name="Clients">Number of devices its hotspot serves in our advice; null if not known.</param>
public sealed record HotspotAnswer(bool? CanHost, int? Clients);

public sealed class UsageProfilesResponse(CatalogSnapshot catalog, Words words)
{
    public IReadOnlyList<ProfileAnswer> Profiles { get; } =
        [.. catalog.Usage.Profiles.Select(profile => new ProfileAnswer(profile.Id, words["profile." + profile.Id], profile.GbPerDay))];

    public IReadOnlyList<ActivityAnswer> Activities { get; } =
        [.. catalog.Usage.Activities.Select(activity => new ActivityAnswer(activity, words))];

    public IReadOnlyList<DeviceUseAnswer> Devices { get; } =
        [.. catalog.Usage.GbPerDayByDevice.OrderBy(pair => pair.Key).Select(pair => new DeviceUseAnswer(pair.Key, pair.Value))];

    public IReadOnlyDictionary<string, double> FreeWifi { get; } = catalog.Usage.FreeWifiShares;
    public CatalogStamp Catalog { get; } = CatalogStamp.Of(catalog, catalog.Plans);
}

public sealed record ProfileAnswer(string Id, string Name, double GbPerDay);

public sealed class ActivityAnswer(Activity activity, Words words)
{
    public string Id { get; } = activity.Id;
    public string Name { get; } = words["activity." + activity.Id];
    public double GbPerHour { get; } = activity.GbPerHour;
    public double? Low { get; } = activity.Low;
    public double? High { get; } = activity.High;
    public SourceAnswer Source { get; } = SourceAnswer.Of(activity.Source);
}

/// <summary>GB a day that a further device adds if no activities are given.</summary>
public sealed record DeviceUseAnswer(DeviceClass Class, double GbPerDay);

public sealed class ExchangeRatesResponse(CatalogSnapshot catalog)
{
    public DateOnly AsOf { get; } = catalog.Rates.AsOf;

    /// <summary>Always JPY.</summary>
    public string Base { get; } = ExchangeRates.Yen;

    public IReadOnlyList<RateAnswer> Rates { get; } =
    [
        .. catalog.Rates.ByCurrency.Values.OrderBy(rate => rate.Currency, StringComparer.Ordinal)
            .Select(rate => new RateAnswer(rate.Currency, rate.YenPerUnit, rate.Decimals)),
    ];

    public SourceAnswer? Source { get; } = catalog.RatesSource is { } source ? SourceAnswer.Of(source) : null;
}

/// <param name="YenPerUnit">Yen for one unit, indicative.</param>
public sealed record RateAnswer(string Currency, decimal YenPerUnit, int Decimals);
