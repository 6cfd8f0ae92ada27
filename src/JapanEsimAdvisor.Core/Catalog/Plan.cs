using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>A plan of a seller. Unknown facts are null.</summary>
public sealed record Plan
{
    /// <summary>Unique in the catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its seller.</summary>
    public required string SellerId { get; init; }

    public required string Name { get; init; }

    /// <summary>How the plan connects.</summary>
    public required Medium Medium { get; init; }

    /// <summary>False where the plan is no longer sold.</summary>
    public bool Offered { get; init; } = true;

    /// <summary>True where it needs another plan or line of the same seller.</summary>
    public bool IsAddition { get; init; }

    /// <summary>Buyers that the plan is made for.</summary>
    public Audience Audience { get; init; }

    /// <summary>
    /// Countries of sale: ISO 3166 codes or <c>worldwide</c>, as stated for the plan; null where not stated.
    /// </summary>
    public ImmutableArray<string>? SoldIn { get; init; }

    /// <summary>What a buyer must meet; null where there is no condition.</summary>
    public Condition? Condition { get; init; }

    /// <summary>Countries covered: ISO 3166 codes that the source names; null where it does not name Japan.</summary>
    public ImmutableArray<string>? Countries { get; init; }

    /// <summary>True where the plan covers more countries than <see cref="Countries"/> lists.</summary>
    public bool MoreCountries { get; init; }

    /// <summary>The full-speed data.</summary>
    public required Allowance Allowance { get; init; }

    /// <summary>The price table, all rows in one currency; empty where no price is known.</summary>
    public ImmutableArray<Price> Prices { get; init; } = [];

    /// <summary>Price of one GB for pay as you go; null for other plans.</summary>
    public Money? PricePerGb { get; init; }

    /// <summary>A price without a stated length. Pages show it. It is never advised.</summary>
    public PriceRange? RangeWithoutLength { get; init; }

    /// <summary>Fewest days that can be bought; null where not stated.</summary>
    public int? MinDays { get; init; }

    /// <summary>Most days that can be bought; null where not stated.</summary>
    public int? MaxDays { get; init; }

    /// <summary>Fewest months that are paid, at least 1.</summary>
    public int MinimumMonths { get; init; } = 1;

    /// <summary>How many of it one customer may buy; null where not stated.</summary>
    public int? PerCustomer { get; init; }

    /// <summary>Fees of the plan, besides those of its seller.</summary>
    public ImmutableArray<Fee> Fees { get; init; } = [];

    /// <summary>Prices without a current discount; empty where there is none.</summary>
    public ImmutableArray<Price> RegularPrices { get; init; } = [];

    /// <summary>When the days start, and how they are counted.</summary>
    public Validity Validity { get; init; } = new();

    /// <summary>The tethering rule.</summary>
    public required Tethering Tethering { get; init; }

    /// <summary>The seller's own top-up.</summary>
    public TopUp TopUp { get; init; } = new();

    /// <summary>Japanese networks used; empty where not known.</summary>
    public ImmutableArray<string> Networks { get; init; } = [];

    /// <summary>Whether the plan includes 5G; null where not known.</summary>
    public bool? FiveG { get; init; }

    /// <summary>Whether the plan gives a Japanese phone number; null where not known.</summary>
    public bool? JapaneseNumber { get; init; }

    /// <summary>Whether the buyer must show an identity document; null where not known.</summary>
    public bool? IdentityCheck { get; init; }

    /// <summary>Facts of the rented router; null for other media, or where not known.</summary>
    public Router? Router { get; init; }

    /// <summary>How it reaches the buyer; empty where not known.</summary>
    public ImmutableArray<Handover> ObtainedBy { get; init; } = [];

    /// <summary>Earlier prices.</summary>
    public ImmutableArray<PastPrice> History { get; init; } = [];

    /// <summary>What a buyer should know about the offer; empty where nothing is known.</summary>
    public ImmutableArray<Caution> Cautions { get; init; } = [];

    /// <summary>Facts on which two sources disagree. The plan holds the newer reading.</summary>
    public ImmutableArray<DisputedFact> Disputed { get; init; } = [];

    /// <summary>Where these facts were read.</summary>
    public required Source Source { get; init; }

    /// <summary>False where a price is only a range.</summary>
    public bool PriceConfirmed => Prices.All(price => price.IsExact);
}

/// <summary>How a plan connects.</summary>
public enum Medium
{
    Esim,
    Sim,
    PocketWifi,
    Roaming,
}

/// <summary>Buyers that a plan is made for.</summary>
public enum Audience
{
    Visitor,
    Anyone,
    LongStay,
    Resident,
    OperatorCustomer,
}

/// <summary>What a buyer should know about an offer.</summary>
public enum Caution
{
    /// <summary>A price so far below the market that it may hold for the launch only.</summary>
    LaunchOffer,
}

/// <summary>A fact on which two sources can disagree.</summary>
public enum DisputedFact
{
    Starts,
    StartBy,
    Tethering,
}

/// <summary>Kind of condition on a buyer.</summary>
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

/// <summary>What a buyer must meet.</summary>
/// <param name="Kind">Kind of the condition.</param>
/// <param name="Value">Operator, tariff or benefit id; null where the kind needs none.</param>
public sealed record Condition(ConditionKind Kind, string? Value);

/// <summary>One row of a price table.</summary>
/// <param name="Days">Days of use it buys, at least 1.</param>
/// <param name="DayRate">True for a rate of one day that is bought for any number of days in one purchase.</param>
/// <param name="Low">Price or lower end of a range. It is a floor where <paramref name="High"/> is null.</param>
/// <param name="High">
/// Upper end of a range. Equal to <paramref name="Low"/> for a price; null where only a floor is known.
/// </param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="IsExact">True where a source names exactly this amount.</param>
public sealed record Price(int Days, bool DayRate, decimal Low, decimal? High, string Currency, bool IsExact)
{
    /// <summary>Days of use it buys, at least 1.</summary>
    public int Days { get; init; } = Bounds.Between(Days, 1, int.MaxValue, nameof(Days));

    /// <summary>Price, lower end of a range, or floor, in units of the currency; not negative.</summary>
    public decimal Low { get; init; } = Bounds.NotNegative(Low, nameof(Low));

    /// <summary>Whether the amount includes taxes; null where not stated.</summary>
    public PriceTax? Tax { get; init; }

    /// <summary>True where only a lower end is known.</summary>
    public bool IsFloor => High is null;

    /// <summary>The amount that the model uses: the price, or the middle of the range.</summary>
    public Money Middle => new((Low + (High ?? Low)) / 2, Currency);
}

/// <summary>Whether an amount includes taxes.</summary>
public enum PriceTax
{
    Included,
    Excluded,
}

/// <summary>A price range.</summary>
/// <param name="Low">Lower end, in units of the currency.</param>
/// <param name="High">Upper end; null where only a floor is known.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Per"><c>gb</c> for a price of one GB; null for a price of the plan.</param>
public sealed record PriceRange(decimal Low, decimal? High, string Currency, string? Per = null);

/// <summary>What a fee is for.</summary>
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

/// <summary>The unit that a fee is counted by.</summary>
public enum FeePer
{
    Order,
    Plan,
    Day,
    Month,
    Device,
}

/// <summary>When a buyer pays a fee.</summary>
public enum FeeWhen
{
    Always,
    Optional,
    Contingent,
}

/// <summary>A fee besides the price.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">Fee or lower end of a range, in units of the currency.</param>
/// <param name="High">Upper end where the source gives a range; else null.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Per">Unit that it is counted by.</param>
/// <param name="When">When a buyer pays it.</param>
public sealed record Fee(FeeKind Kind, decimal Amount, decimal? High, string Currency, FeePer Per, FeeWhen When)
{
    /// <summary>The amount that the model uses: the fee, or the middle of the range.</summary>
    public Money Middle => new((Amount + (High ?? Amount)) / 2, Currency);
}

/// <summary>What a plan states about tethering.</summary>
public enum TetherPolicy
{
    Unknown,
    Allowed,
    Capped,
    Forbidden,
}

/// <summary>The period of a tethering cap.</summary>
public enum TetherPer
{
    Plan,
    Day,
    Month,
}

/// <summary>The tethering rule of a plan.</summary>
/// <param name="Policy">The rule.</param>
/// <param name="CapGb">GB for connected devices; null where not stated.</param>
/// <param name="Per">Period of the cap; null where not stated.</param>
/// <param name="Basis">One of <see cref="Bases"/>; null where not known.</param>
/// <param name="Url">Page that states the rule; null where not known.</param>
public sealed record Tethering(TetherPolicy Policy, double? CapGb = null, TetherPer? Per = null, string? Basis = null, string? Url = null)
{
    /// <summary>Every value of <see cref="Basis"/>.</summary>
    public static readonly ImmutableArray<string> Bases = ["plan-statement", "brand-statement", "secondary", "product"];

    /// <summary>
    /// True where the plan may serve clients. An unknown rule or a cap of unknown size is not enough: it could leave a
    /// client offline.
    /// </summary>
    public bool MayServe => Policy == TetherPolicy.Allowed || (Policy == TetherPolicy.Capped && CapGb is not null && Per is not null);
}

/// <summary>The seller's own top-up of a plan. Null is not known.</summary>
/// <param name="Offered">Whether the seller sells top-ups.</param>
/// <param name="Gb">GB of one top-up.</param>
/// <param name="Days">Validity of one top-up, days.</param>
/// <param name="Price">Price of one top-up.</param>
public sealed record TopUp(bool? Offered = null, double? Gb = null, int? Days = null, Money? Price = null);

/// <summary>Facts of a rented router. Null is not known.</summary>
/// <param name="Devices">Number of connections that the seller states.</param>
/// <param name="UsableDevices">Number of connections that work well, where a source states it.</param>
/// <param name="BatteryHours">Battery life, hours.</param>
public sealed record Router(int? Devices, int? UsableDevices, double? BatteryHours);

/// <summary>An earlier price of a plan.</summary>
/// <param name="Checked">Date of the check: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</param>
/// <param name="Days">Days of use that it bought.</param>
/// <param name="Money">The price.</param>
/// <param name="Url">Page that showed it; null where not known.</param>
public sealed record PastPrice(string Checked, int Days, Money Money, string? Url);
