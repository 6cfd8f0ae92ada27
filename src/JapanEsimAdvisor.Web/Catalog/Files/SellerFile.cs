using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Catalog.Files;

/// <summary>Shape of <c>catalog/&lt;seller&gt;.json</c>; <c>schema/seller.schema.json</c> defines each field.</summary>
public sealed record SellerFile(
    string Id,
    string Name,
    SellerKind Kind,
    ImmutableArray<string> Market,
    ImmutableArray<string>? SoldIn,
    string? Website,
    Refund? Refund,
    ImmutableArray<string>? SupportLanguages,
    TetherPolicy Tethering,
    ImmutableArray<Tariff>? Tariffs,
    string? EndedOn,
    string? Successor,
    ImmutableArray<HandoverEntry>? ObtainedBy,
    ImmutableArray<string>? ReturnedBy,
    ImmutableArray<FeeEntry>? Fees,
    Source Source,
    ImmutableArray<PlanEntry> Plans)
{
    public Seller ToSeller() => new()
    {
        Id = Id,
        Name = Name,
        Kind = Kind,
        Market = Market,
        SoldIn = SoldIn,
        Website = Website,
        Refund = Refund,
        SupportLanguages = SupportLanguages ?? [],
        Tethering = Tethering,
        Tariffs = Tariffs ?? [],
        EndedOn = EndedOn,
        Successor = Successor,
        ObtainedBy = [.. (ObtainedBy ?? []).Select(entry => entry.ToHandover())],
        ReturnedBy = ReturnedBy ?? [],
        Fees = [.. (Fees ?? []).Select(fee => fee.ToFee())],
        Source = Source,
    };
}

public enum PlanStatus
{
    Offered,
    Ended,
}

public enum PlanRole
{
    Plan,
    Addition,
}

public sealed record PlanEntry(
    string Id,
    string Name,
    Medium Medium,
    PlanStatus Status,
    PlanRole Role,
    Audience Audience,
    ImmutableArray<string>? SoldIn,
    Condition? Condition,
    ImmutableArray<string>? Countries,
    bool MoreCountries,
    AllowanceEntry Allowance,
    ImmutableArray<PriceEntry> Prices,
    Money? PricePerGb,
    PriceRange? PriceRange,
    int? MinDays,
    int? MaxDays,
    int? MinimumMonths,
    int? PerCustomer,
    ImmutableArray<FeeEntry>? Fees,
    ImmutableArray<PriceEntry>? RegularPrice,
    Validity? Validity,
    TetheringEntry Tethering,
    TopUp? TopUp,
    ImmutableArray<string>? Networks,
    bool? FiveG,
    bool? JapaneseNumber,
    bool? IdentityCheck,
    Router? Router,
    ImmutableArray<HandoverEntry>? ObtainedBy,
    ImmutableArray<HistoryEntry>? History,
    ImmutableArray<Caution>? Cautions,
    ImmutableArray<DisputedFact>? Disputed,
    Source Source)
{
    public Plan ToPlan(string sellerId) => new()
    {
        Id = Id,
        SellerId = sellerId,
        Name = Name,
        Medium = Medium,
        Offered = Status == PlanStatus.Offered,
        IsAddition = Role == PlanRole.Addition,
        Audience = Audience,
        SoldIn = SoldIn,
        Condition = Condition,
        Countries = Countries,
        MoreCountries = MoreCountries,
        Allowance = Allowance.ToAllowance(),
        Prices = [.. Prices.Select(price => price.ToPrice())],
        PricePerGb = PricePerGb,
        RangeWithoutLength = PriceRange,
        MinDays = MinDays,
        MaxDays = MaxDays,
        MinimumMonths = MinimumMonths ?? 1,
        PerCustomer = PerCustomer,
        Fees = [.. (Fees ?? []).Select(fee => fee.ToFee())],
        RegularPrices = [.. (RegularPrice ?? []).Select(price => price.ToPrice())],
        Validity = Validity ?? new Validity(),
        Tethering = new Tethering(Tethering.Policy, Tethering.Gb, Tethering.Per, Tethering.Basis, Tethering.Url),
        TopUp = TopUp ?? new TopUp(),
        Networks = Networks ?? [],
        FiveG = FiveG,
        JapaneseNumber = JapaneseNumber,
        IdentityCheck = IdentityCheck,
        Router = Router,
        ObtainedBy = [.. (ObtainedBy ?? []).Select(entry => entry.ToHandover())],
        History = [.. (History ?? []).Select(entry => entry.ToPastPrice())],
        Cautions = Cautions ?? [],
        Disputed = Disputed ?? [],
        Source = Source,
    };
}

public sealed record AllowanceEntry(
    AllowanceKind Kind,
    double? Gb,
    AllowancePer? Per,
    AfterEntry After,
    int? SpeedKbps,
    double? ResetUtcOffset,
    bool CalendarMonth)
{
    public Allowance ToAllowance() => new()
    {
        Kind = Kind,
        Gb = Gb,
        Per = Per,
        After = After.Action,
        AfterKbps = After.Kbps,
        AfterPricePerGb = After.PricePerGb,
        SpeedKbps = SpeedKbps,
        ResetUtcOffset = ResetUtcOffset,
        CalendarMonth = CalendarMonth,
    };
}

public sealed record AfterEntry(AfterAction Action, int? Kbps, Money? PricePerGb);

public sealed record PriceEntry(
    int Days, bool DayRate, decimal? Amount, decimal? Low, decimal? High, decimal? From, string Currency, PriceTax? Tax)
{
    public Price ToPrice() => new(Days, DayRate, Amount ?? Low ?? From ?? 0, Amount ?? High, Currency, Amount is not null) { Tax = Tax };
}

public sealed record FeeEntry(FeeKind Kind, decimal Amount, decimal? High, string Currency, FeePer Per, FeeWhen When)
{
    public Fee ToFee() => new(Kind, Amount, High, Currency, Per, When);
}

public sealed record TetheringEntry(TetherPolicy Policy, double? Gb, TetherPer? Per, string? Basis, string? Url);

public sealed record HandoverEntry(
    HandoverKind How, ImmutableArray<string>? Airports, ImmutableArray<string>? Countries, int? LeadDays, TimeOnly? OrderBy)
{
    public Handover ToHandover() => new(How, Airports ?? [], Countries ?? [], LeadDays, OrderBy);
}

public sealed record HistoryEntry(string Checked, int Days, decimal Amount, string Currency, string? Url)
{
    public PastPrice ToPastPrice() => new(Checked, Days, new Money(Amount, Currency), Url);
}
