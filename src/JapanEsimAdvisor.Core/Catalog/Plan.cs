using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>What is sold, as the catalog knows it. Unknown facts are null.</summary>
public sealed record Plan
{
    /// <summary>Unique in the catalog.</summary>
    public required string Id { get; init; }

    public required string SellerId { get; init; }

    public required string Name { get; init; }

    public required Medium Medium { get; init; }

    public bool Offered { get; init; } = true;

    /// <summary>Only usable on top of a plan or line of the same seller.</summary>
    public bool IsAddition { get; init; }

    public Audience Audience { get; init; }

    /// <summary>ISO codes or <c>worldwide</c>, as stated for the plan; null where not stated.</summary>
    public ImmutableArray<string>? SoldIn { get; init; }

    public Condition? Condition { get; init; }

    /// <summary>ISO codes the source names; null where Japan is not among what it names.</summary>
    public ImmutableArray<string>? Countries { get; init; }

    public bool MoreCountries { get; init; }

    public required Allowance Allowance { get; init; }

    public ImmutableArray<Price> Prices { get; init; } = [];

    public Money? PricePerGb { get; init; }

    /// <summary>A price of which the length is not stated: shown, never advised.</summary>
    public PriceRange? RangeWithoutLength { get; init; }

    public int? MinDays { get; init; }

    public int? MaxDays { get; init; }

    public int MinimumMonths { get; init; } = 1;

    public ImmutableArray<Fee> Fees { get; init; } = [];

    public ImmutableArray<Price> RegularPrices { get; init; } = [];

    public Validity Validity { get; init; } = new();

    public required Tethering Tethering { get; init; }

    public TopUp TopUp { get; init; } = new();

    /// <summary>Japanese networks used; empty where not known.</summary>
    public ImmutableArray<string> Networks { get; init; } = [];

    public bool? FiveG { get; init; }

    public bool? JapaneseNumber { get; init; }

    public bool? IdentityCheck { get; init; }

    public Router? Router { get; init; }

    /// <summary>How it reaches the buyer; empty where not known.</summary>
    public ImmutableArray<Handover> ObtainedBy { get; init; } = [];

    public ImmutableArray<PastPrice> History { get; init; } = [];

    public required Source Source { get; init; }

    /// <summary>False where a price is only a range.</summary>
    public bool PriceConfirmed => Prices.All(price => price.IsExact);
}

public enum Medium
{
    Esim,
    Sim,
    PocketWifi,
    Roaming,
}

public enum Audience
{
    Visitor,
    Anyone,
    LongStay,
    Resident,
    OperatorCustomer,
}

public enum ConditionKind
{
    Resident,
    LongStay,
    OperatorCustomer,
    Tariff,
    CardHolder,
    NewCustomer,
    Subscriber,
    Age,
}

/// <param name="Value">Operator, tariff or benefit id; null where the kind says all.</param>
public sealed record Condition(ConditionKind Kind, string? Value);

/// <summary>One row of a price table.</summary>
/// <param name="Days">Days of use it buys, at least 1.</param>
/// <param name="DayRate">True: a rate for a day, bought for any number of days in one purchase.</param>
/// <param name="Low">Price, or the lower end of a range, or the floor where <paramref name="High"/> is null.</param>
/// <param name="High">Equal to <paramref name="Low"/> for a price; null where only a floor is known.</param>
/// <param name="IsExact">True where a source names this very amount.</param>
public sealed record Price(int Days, bool DayRate, decimal Low, decimal? High, string Currency, bool IsExact)
{
    public bool IsFloor => High is null;

    /// <summary>What advice reckons with: the amount, or the middle of the range.</summary>
    public Money Middle => new((Low + (High ?? Low)) / 2, Currency);
}

/// <param name="High">Null where only a floor is known.</param>
/// <param name="Per">gb where it is a price for a gigabyte; null for the plan.</param>
public sealed record PriceRange(decimal Low, decimal? High, string Currency, string? Per = null);

public enum FeeKind
{
    Handling,
    SimCard,
    Activation,
    Delivery,
    Pickup,
    Return,
    BaseCharge,
    Cancellation,
    Insurance,
    PowerBank,
    Deposit,
    Late,
    Loss,
    Damage,
    Extension,
    Change,
}

public enum FeePer
{
    Order,
    Plan,
    Day,
    Month,
    Device,
}

public enum FeeWhen
{
    Always,
    Optional,
    Contingent,
}

/// <param name="High">Upper end where the source gives a range.</param>
public sealed record Fee(FeeKind Kind, decimal Amount, decimal? High, string Currency, FeePer Per, FeeWhen When)
{
    public Money Middle => new((Amount + (High ?? Amount)) / 2, Currency);
}

public enum TetherPolicy
{
    Unknown,
    Allowed,
    Capped,
    Forbidden,
}

public enum TetherPer
{
    Plan,
    Day,
    Month,
}

/// <param name="CapGb">Gigabytes for connected devices; null where not stated.</param>
/// <param name="Basis">One of <see cref="Bases"/>; null where unknown.</param>
public sealed record Tethering(TetherPolicy Policy, double? CapGb = null, TetherPer? Per = null, string? Basis = null, string? Url = null)
{
    public static readonly ImmutableArray<string> Bases = ["plan-statement", "brand-statement", "secondary", "product"];

    /// <summary>Only these ever serve a client: an unknown rule, or a cap of unknown size, strands somebody.</summary>
    public bool MayServe => Policy == TetherPolicy.Allowed || (Policy == TetherPolicy.Capped && CapGb is not null && Per is not null);
}

/// <param name="Offered">Null where not known.</param>
public sealed record TopUp(bool? Offered = null, double? Gb = null, int? Days = null, Money? Price = null);

/// <param name="Devices">Connections the renter names.</param>
/// <param name="UsableDevices">Connections found to work, where a source says.</param>
public sealed record Router(int? Devices, int? UsableDevices, double? BatteryHours);

public sealed record PastPrice(string Checked, int Days, Money Money, string? Url);
