using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>Every sensible way to buy a plan for a stay (decision model, section 2).</summary>
/// <param name="factor">Weight of inconvenience against money, by the traveler's priority.</param>
public sealed class BundleFactory(Stay stay, CatalogSnapshot catalog, double factor)
{
    private const int MostPurchasesOfOnePlan = 4;

    private const int ShortestMonth = 28;

    public IEnumerable<Bundle> Of(Plan plan)
    {
        var clockDays = plan.Allowance.CalendarMonth ? stay.CalendarDays : plan.Validity.DaysToBuy(stay);
        return plan switch
        {
            { MaxDays: { } most } when clockDays > most => [],
            { Allowance.Kind: AllowanceKind.PayAsYouGo } => [PayAsYouGo(plan, clockDays)],
            { Allowance.Kind: AllowanceKind.Monthly } when IsPaidByTheMonth(plan) => [Monthly(plan, clockDays)],
            { Allowance.Kind: AllowanceKind.Fixed } when IsLine(plan) => Covers(plan, clockDays).Concat(Multiples(plan, clockDays)),
            _ => Covers(plan, clockDays),
        };
    }

    /// <summary>Two data packs of one seller: side by side where each lasts the stay, one after the other where only both together do.</summary>
    public Bundle? Pair(Plan one, Plan other)
    {
        var clockDays = Math.Max(one.Validity.DaysToBuy(stay), other.Validity.DaysToBuy(stay));
        var (a, b) = (SinglePack(one), SinglePack(other));
        if (a is null || b is null || !AreAlikeInUse(one, other))
        {
            return null;
        }

        var (longer, shorter) = a.Days >= b.Days ? ((Plan: one, Row: a), (Plan: other, Row: b)) : ((Plan: other, Row: b), (Plan: one, Row: a));
        var cycles = (longer.Row.Days >= clockDays, shorter.Row.Days >= clockDays, longer.Row.Days + shorter.Row.Days >= clockDays) switch
        {
            (true, true, _) => [new CycleRun(1, clockDays, GbOf(one) + GbOf(other))],
            (false, false, true) => [new CycleRun(1, longer.Row.Days, GbOf(longer.Plan)), new CycleRun(1, clockDays - longer.Row.Days, GbOf(shorter.Plan))],
            _ => ImmutableArray<CycleRun>.Empty,
        };
        return cycles.IsEmpty ? null : Bundle(
            [Item(longer.Plan, [(longer.Row, 1, longer.Row.Days)], clockDays), Item(shorter.Plan, [(shorter.Row, 1, shorter.Row.Days)], clockDays)],
            cycles,
            clockDays);
    }

    public static bool MayPair(Plan plan) =>
        IsLine(plan) && plan.Allowance.Kind == AllowanceKind.Fixed && plan.Allowance.Per == AllowancePer.Plan && SinglePack(plan) is not null;

    private static Price? SinglePack(Plan plan) => plan.Prices is [{ DayRate: false, IsFloor: false } only] ? only : null;

    private static bool AreAlikeInUse(Plan one, Plan other) =>
        one.Medium == other.Medium
        && one.Allowance.After == other.Allowance.After
        && one.Allowance.AfterKbps == other.Allowance.AfterKbps
        && one.Tethering.Policy == other.Tethering.Policy
        && one.Tethering.CapGb == other.Tethering.CapGb
        && one.Tethering.Per == other.Tethering.Per;

    /// <summary>A monthly allowance sold by the day or the pass is covered from its price table like any other.</summary>
    public static bool IsPaidByTheMonth(Plan plan) => UsablePrices(plan).All(price => price is { DayRate: false, Days: >= ShortestMonth });

    private static bool IsLine(Plan plan) => plan.Medium is Medium.Esim or Medium.Sim;

    private static double GbOf(Plan plan) => plan.Allowance.Gb ?? 0;

    private Bundle PayAsYouGo(Plan plan, int clockDays)
    {
        var rows = UsablePrices(plan);
        var cover = rows.IsEmpty ? [] : PriceCover.Cheapest(rows, clockDays, 0).Rows;
        var item = Item(plan, cover, clockDays);
        return Bundle([item], [], clockDays) with { YenPerGb = (double)catalog.Rates.ToYen(plan.PricePerGb!.Value) };
    }

    private Bundle Monthly(Plan plan, int clockDays)
    {
        var (months, row) = (CycleSplit.MonthsBegun(clockDays, stay, plan.Allowance.CalendarMonth), UsablePrices(plan)[0]);
        var paid = Math.Max(months, plan.MinimumMonths);
        return Bundle([Item(plan, [(row, paid, paid * row.Days)], clockDays)], CyclesOf(plan, null, clockDays), clockDays);
    }

    /// <summary>The cheapest cover by price, and the cheapest with the hassle of every set-up counted.</summary>
    private IEnumerable<Bundle> Covers(Plan plan, int clockDays)
    {
        var rows = UsablePrices(plan);
        var paidDays = Math.Max(clockDays, plan.MinDays ?? 1);
        var byPrice = PriceCover.Cheapest(rows, paidDays, FeesPerPurchase(plan, rows[0].Currency));
        var byHassle = PriceCover.Cheapest(rows, paidDays, FeesPerPurchase(plan, rows[0].Currency) + HassleOfEachSetUp(plan, rows[0].Currency));
        yield return Bundle([Item(plan, byPrice.Rows, clockDays)], CyclesOf(plan, byPrice, clockDays), clockDays);
        if (!byHassle.Rows.SequenceEqual(byPrice.Rows))
        {
            yield return Bundle([Item(plan, byHassle.Rows, clockDays)], CyclesOf(plan, byHassle, clockDays), clockDays);
        }
    }

    /// <summary>Two to four of a data pack, or twice a chain of two, with the allowances of each cycle added.</summary>
    private IEnumerable<Bundle> Multiples(Plan plan, int clockDays)
    {
        foreach (var row in UsablePrices(plan).Where(row => !row.DayRate))
        {
            var chain = ((clockDays - 1) / row.Days) + 1;
            for (var times = 2; times * chain <= MostPurchasesOfOnePlan; times++)
            {
                var cycles = CycleSplit.Every(clockDays, row.Days, GbOf(plan) * times);
                yield return Bundle([Item(plan, [(row, times * chain, times * chain * row.Days)], clockDays)], cycles, clockDays);
            }
        }
    }

    private ImmutableArray<CycleRun> CyclesOf(Plan plan, PriceCover? cover, int clockDays) => plan.Allowance switch
    {
        { SpeedKbps: >= 1000 } => [],
        { SpeedKbps: not null } => [new CycleRun(clockDays, 1, 0)],
        { FairUseUnknown: true } or { Kind: AllowanceKind.Monthly, Gb: null } => [new CycleRun(clockDays, 1, catalog.Tariff.AssumedFairUseGbPerDay)],
        { Per: AllowancePer.Day } => [new CycleRun(clockDays, 1, GbOf(plan))],
        { Per: AllowancePer.ThreeDays } => CycleSplit.Every(clockDays, 3, GbOf(plan)),
        { Per: AllowancePer.Month } => CycleSplit.Monthly(clockDays, stay, plan.Allowance.CalendarMonth, GbOf(plan)),
        _ => CycleSplit.PerPurchase(cover!, clockDays, GbOf(plan)),
    };

    private Bundle Bundle(ImmutableArray<BundleItem> items, ImmutableArray<CycleRun> cycles, int clockDays) => new()
    {
        Items = items,
        MayServeClients = items.All(item => item.Plan.Tethering.MayServe),
        Cycles = cycles,
        ClockDays = clockDays,
        DemandDays = stay.DemandDays,
        FixedYen = (double)items.Sum(Yen),
        TetherCycles = TetherCyclesOf(items, cycles, clockDays),
        SetUps = items.Sum(SetUpsOf),
        SetUpHassleYen = items.Sum(item => (SetUpsOf(item) * HassleOfSetUp(item.Plan)) + HassleOfIdentityCheck(item.Plan)),
        Shortage = Shortage.Of(items[0].Plan, !cycles.IsEmpty, catalog.Rates),
    };

    private decimal Yen(BundleItem item) => catalog.Rates.ToYen(item.Listed) + item.Fees.Sum(catalog.Rates.ToYen);

    private static int SetUpsOf(BundleItem item) => item.Plan switch
    {
        { Medium: not (Medium.Esim or Medium.Sim) } => 0,
        { TopUp.Offered: true } or { Allowance.Kind: AllowanceKind.Monthly } => 1,
        _ => item.Purchases,
    };

    private double HassleOfSetUp(Plan plan) => plan.Medium switch
    {
        Medium.Esim => catalog.Tariff.SetUpEsim,
        Medium.Sim => catalog.Tariff.SwapSim,
        _ => 0,
    };

    private double HassleOfIdentityCheck(Plan plan) => plan.IdentityCheck == true ? catalog.Tariff.IdentityCheck : 0;

    private ImmutableArray<CycleRun> TetherCyclesOf(ImmutableArray<BundleItem> items, ImmutableArray<CycleRun> cycles, int clockDays) =>
        items[0].Plan is { Tethering: { Policy: TetherPolicy.Capped, CapGb: { } cap, Per: { } per } } plan
            ? per switch
            {
                TetherPer.Day => [new CycleRun(clockDays, 1, cap)],
                TetherPer.Month => CycleSplit.Monthly(clockDays, stay, plan.Allowance.CalendarMonth, cap),
                _ when items.Length > 1 => [.. cycles.Select(run => run with { Gb = cap * items.Length / cycles.Length })],
                _ when plan.Allowance.Per == AllowancePer.Plan && plan.Allowance.Gb > 0 =>
                    [.. cycles.Select(run => run with { Gb = cap * run.Gb / GbOf(plan) })],
                _ => [new CycleRun(1, clockDays, cap)],
            }
            : [];

    private BundleItem Item(Plan plan, ImmutableArray<(Price Row, int Purchases, int Days)> rows, int clockDays)
    {
        var purchases = rows.Sum(row => row.Purchases);
        var days = rows.Sum(row => row.Days);
        var currency = rows.IsEmpty ? plan.PricePerGb!.Value.Currency : rows[0].Row.Currency;
        return new BundleItem(
            plan,
            Math.Max(1, purchases),
            days,
            new Money(rows.Sum(row => row.Row.Middle.Amount * Times(row)), currency),
            new Money(rows.Sum(row => row.Row.Low * Times(row)), currency),
            new Money(rows.Sum(row => (row.Row.High ?? row.Row.Low) * Times(row)), currency),
            [.. catalog.UnavoidableFees(plan).Select(fee => Charged(fee, plan, purchases, days, clockDays))]);
    }

    private static int Times((Price Row, int Purchases, int Days) row) => row.Row.DayRate ? row.Days : row.Purchases;

    private Money Charged(Fee fee, Plan plan, int purchases, int days, int clockDays)
    {
        var times = fee.Per switch
        {
            FeePer.Plan when plan.Allowance.Kind != AllowanceKind.Monthly => Math.Max(1, purchases),
            FeePer.Day => Math.Max(days, clockDays),
            FeePer.Month => Math.Max(CycleSplit.MonthsBegun(clockDays, stay, plan.Allowance.CalendarMonth), plan.MinimumMonths),
            _ => 1,
        };
        return fee.Middle with { Amount = fee.Middle.Amount * times };
    }

    private decimal FeesPerPurchase(Plan plan, string currency) =>
        catalog.UnavoidableFees(plan).Where(fee => fee.Per == FeePer.Plan).Sum(fee => catalog.Rates.ToYen(fee.Middle)) / catalog.Rates.ToYen(new Money(1, currency));

    private decimal HassleOfEachSetUp(Plan plan, string currency) =>
        plan.TopUp.Offered == true ? 0 : (decimal)(HassleOfSetUp(plan) * factor) / catalog.Rates.ToYen(new Money(1, currency));

    private static ImmutableArray<Price> UsablePrices(Plan plan) => [.. plan.Prices.Where(price => !price.IsFloor)];
}
