using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// What one host buys for a stay: one plan or two plans of a seller, with the number of purchases, the price and the
/// data.
/// </summary>
public sealed record Bundle
{
    /// <summary>One item for each plan, one or two.</summary>
    public required ImmutableArray<BundleItem> Items { get; init; }

    /// <summary>Cycles of the allowance, as runs of equal cycles in order; empty where nothing is capped.</summary>
    public required ImmutableArray<CycleRun> Cycles { get; init; }

    /// <summary>Cycles of data for connected devices, where the plan caps tethering; empty where it does not.</summary>
    public ImmutableArray<CycleRun> TetherCycles { get; init; } = [];

    /// <summary>Number of days that the plan's clock counts for this stay, at least 1.</summary>
    public required int ClockDays { get; init; }

    /// <summary>Number of days of use in the stay, at least 1.</summary>
    public required int DemandDays { get; init; }

    /// <summary>Unrounded yen of the price that does not depend on use, unavoidable fees included.</summary>
    public required double FixedYen { get; init; }

    /// <summary>Unrounded yen for one GB of pay as you go; 0 for every other plan.</summary>
    public double YenPerGb { get; init; }

    /// <summary>Number of profiles to install or cards to swap.</summary>
    public required int SetUps { get; init; }

    /// <summary>What happens after the allowance.</summary>
    public required Shortage Shortage { get; init; }

    /// <summary>
    /// Unrounded yen of inconvenience for the buyer: set-ups and identity checks, before the weight of the traveler's
    /// priority.
    /// </summary>
    public required double SetUpInconvenienceYen { get; init; }

    /// <summary>The first plan. The second plan of a pair gives the same kind of line.</summary>
    public Plan Plan => Items[0].Plan;

    /// <summary>True where every plan may be shared by a known rule.</summary>
    public required bool MayServeClients { get; init; }

    /// <summary>The cycles, with the days of demand in one clock day.</summary>
    public CycleUse Use => new(Cycles, DayLength);

    /// <summary>The cycles for connected devices, with the days of demand in one clock day.</summary>
    public CycleUse TetherUse => new(TetherCycles, DayLength);

    private double DayLength => (double)DemandDays / ClockDays;

    /// <summary>Number of orders, as <see cref="BundleItem.Orders"/>.</summary>
    public int Orders => Items.Sum(item => item.Orders);

    /// <summary>Unrounded yen of the price, with the expected use of pay as you go.</summary>
    /// <param name="gbPerDay">Mean use, GB a day of the stay.</param>
    public double YenAt(double gbPerDay) => FixedYen + YenForUse(gbPerDay);

    /// <summary>Unrounded yen that pay as you go adds; 0 for every other plan.</summary>
    /// <param name="gbPerDay">Mean use, GB a day of the stay.</param>
    public double YenForUse(double gbPerDay) => YenPerGb * gbPerDay * DemandDays;
}

/// <summary>One plan of a bundle, with its exact prices.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Purchases">Number of payments, at least 1.</param>
/// <param name="Days">Number of days paid for, in all purchases.</param>
/// <param name="Listed">List price of all purchases. For a range it is the middle.</param>
/// <param name="ListedLow">Lower end. Equal to <paramref name="Listed"/> where the price is exact.</param>
/// <param name="ListedHigh">Upper end. Equal to <paramref name="Listed"/> where the price is exact.</param>
/// <param name="Fees">Unavoidable fees, each in its own currency.</param>
public sealed record BundleItem(
    Plan Plan,
    int Purchases,
    int Days,
    Money Listed,
    Money ListedLow,
    Money ListedHigh,
    ImmutableArray<Money> Fees)
{
    /// <summary>Number of orders of one buyer. A monthly plan is ordered once and billed several times.</summary>
    public int Orders => BundleFactory.Renews(Plan) ? 1 : Purchases;

    /// <summary>Unrounded yen of all purchases, fees included.</summary>
    /// <exception cref="KeyNotFoundException">A currency has no rate.</exception>
    public decimal Yen(ExchangeRates rates)
    {
        var yen = rates.ToYen(Listed);
        foreach (var fee in Fees)
        {
            yen += rates.ToYen(fee);
        }

        return yen;
    }
}

/// <summary>What happens after the allowance, and which figures describe it.</summary>
/// <param name="RunsOut">True for an allowance per plan or month: a chance of running out describes it.</param>
/// <param name="LimitsDays">
/// True for an allowance per day or three days, or where a longer one slows: limited days describe it.
/// </param>
/// <param name="TopsUp">True where the model buys top-ups.</param>
/// <param name="After">What happens after the allowance.</param>
/// <param name="Kbps">Speed after the allowance, kbit/s; null where not known.</param>
/// <param name="YenPerExtraGb">Unrounded yen for one GB after the allowance; null where not published.</param>
public readonly record struct Shortage(bool RunsOut, bool LimitsDays, bool TopsUp, AfterAction After, int? Kbps, double? YenPerExtraGb)
{
    /// <summary>What happens after the allowance of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isCapped">False where the use has no limit.</param>
    /// <param name="rates">Rates for the price of an extra GB.</param>
    public static Shortage Of(Plan plan, bool isCapped, ExchangeRates rates)
    {
        var allowance = plan.Allowance;
        var isDaily = allowance.Per is AllowancePer.Day or AllowancePer.ThreeDays
            || allowance.FairUseUnknown
            || allowance.SpeedKbps is not null
            || (allowance.Kind == AllowanceKind.Monthly && allowance.Gb is null);
        var slows = allowance.After == AfterAction.Slows
            || ((isDaily || allowance.Kind == AllowanceKind.Unlimited) && allowance.After == AfterAction.Unknown);
        return !isCapped
            ? new Shortage(false, false, false, allowance.After, null, null)
            : new Shortage(
                RunsOut: !isDaily,
                LimitsDays: isDaily || slows,
                TopsUp: !isDaily && !slows,
                slows ? AfterAction.Slows : allowance.After == AfterAction.Unknown ? AfterAction.Stops : allowance.After,
                allowance.SpeedKbps ?? allowance.AfterKbps,
                allowance.AfterPricePerGb is { } price ? (double)rates.ToYen(price) : null);
    }
}
