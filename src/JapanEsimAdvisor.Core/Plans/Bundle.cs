using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>What one host buys: one plan or two of a seller, so often and for so many days, with what it then gives.</summary>
public sealed record Bundle
{
    public required ImmutableArray<BundleItem> Items { get; init; }

    /// <summary>Runs of equal cycles, in order; empty where nothing is capped.</summary>
    public required ImmutableArray<CycleRun> Cycles { get; init; }

    /// <summary>Cycles of data for connected devices, where the plan caps tethering; empty where it does not.</summary>
    public ImmutableArray<CycleRun> TetherCycles { get; init; } = [];

    /// <summary>Days the plan's clock counts for this stay.</summary>
    public required int ClockDays { get; init; }

    /// <summary>Days of use the stay is reckoned with.</summary>
    public required int DemandDays { get; init; }

    /// <summary>Unrounded yen for everything that does not depend on use, unavoidable fees included.</summary>
    public required double FixedYen { get; init; }

    /// <summary>Unrounded yen for a gigabyte; 0 but for pay as you go.</summary>
    public double YenPerGb { get; init; }

    /// <summary>Profiles to install or cards to swap.</summary>
    public required int SetUps { get; init; }

    public required Shortage Shortage { get; init; }

    /// <summary>Unrounded yen of hassle for the buyer: set-ups and identity checks, before the weight of the traveler's priority.</summary>
    public required double SetUpHassleYen { get; init; }

    public Plan Plan => Items[0].Plan;

    /// <summary>Whether every plan of it may be shared, by a rule that is known.</summary>
    public required bool MayServeClients { get; init; }

    public CycleUse Use => new(Cycles, DayLength);

    public CycleUse TetherUse => new(TetherCycles, DayLength);

    private double DayLength => (double)DemandDays / ClockDays;

    /// <summary>Orders in all, as <see cref="BundleItem.Orders"/>.</summary>
    public int Orders => Items.Sum(item => item.Orders);

    /// <summary>Unrounded yen with pay as you go counted.</summary>
    /// <param name="gbPerDay">Mean use, GB a day of the stay.</param>
    public double YenAt(double gbPerDay) => FixedYen + YenForUse(gbPerDay);

    /// <summary>Unrounded yen that pay as you go adds; 0 for every other plan.</summary>
    /// <param name="gbPerDay">Mean use, GB a day of the stay.</param>
    public double YenForUse(double gbPerDay) => YenPerGb * gbPerDay * DemandDays;

    public bool IsConfirmed => Items.All(item => item.Plan.PriceConfirmed);
}

/// <summary>One plan of a bundle, with the exact prices behind it.</summary>
/// <param name="Purchases">How many times it is paid for.</param>
/// <param name="Days">Days paid for in all.</param>
/// <param name="Listed">What the seller's list says for all purchases, the middle of a range where only that is known.</param>
/// <param name="ListedLow">Lower end; equal to <paramref name="Listed"/> where the price is exact.</param>
/// <param name="ListedHigh">Upper end.</param>
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
    /// <summary>How many times one buyer orders it: a month's plan once, however often it is billed.</summary>
    public int Orders => BundleFactory.Renews(Plan) ? 1 : Purchases;

    /// <summary>Unrounded yen with the fees.</summary>
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

/// <summary>What happens past the allowance, and which figures describe it.</summary>
/// <param name="RunsOut">Allowance per plan or month: a chance of running out.</param>
/// <param name="LimitsDays">Allowance per day or three days, or slowing after a longer one: limited days.</param>
/// <param name="TopsUp">More is bought when it is gone.</param>
/// <param name="YenPerExtraGb">Charged per gigabyte past the allowance; null where not published.</param>
public readonly record struct Shortage(bool RunsOut, bool LimitsDays, bool TopsUp, AfterAction After, int? Kbps, double? YenPerExtraGb)
{
    /// <param name="isCapped">False where nothing is ever short.</param>
    public static Shortage Of(Plan plan, bool isCapped, ExchangeRates rates)
    {
        var allowance = plan.Allowance;
        var isDaily = allowance.Per is AllowancePer.Day or AllowancePer.ThreeDays || allowance.FairUseUnknown || allowance.SpeedKbps is not null
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
