using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>Creates every sensible bundle of a plan for a stay (decision model, section 2).</summary>
/// <param name="stay">The stay.</param>
/// <param name="catalog">The catalog of the plans.</param>
/// <param name="factor">Weight of inconvenience against money, by the traveler's priority, above 0.</param>
public sealed class BundleFactory(Stay stay, CatalogSnapshot catalog, double factor)
{
    private const int MostPurchasesOfOnePlan = 4;

    private const int ShortestMonth = 28;

    private readonly int _demandDays = stay.DemandDays;

    /// <summary>Every bundle of a plan; empty where the stay is too long for it.</summary>
    public IEnumerable<Bundle> Of(Plan plan) => Of(new PlanTerms(plan, catalog));

    /// <summary>Every bundle of a plan; empty where the stay is too long for it.</summary>
    /// <param name="terms">Terms of a plan of the catalog.</param>
    public IEnumerable<Bundle> Of(PlanTerms terms)
    {
        var (plan, clockDays) = (terms.Plan, ClockDays(terms.Plan));
        return plan switch
        {
            { MaxDays: { } most } when clockDays > most => [],
            { Allowance.Kind: AllowanceKind.PayAsYouGo } => [PayAsYouGo(terms, clockDays)],
            { Allowance.Kind: AllowanceKind.Monthly } when IsPaidByTheMonth(plan) => [Monthly(terms, clockDays)],
            { Allowance.Kind: AllowanceKind.Fixed } when IsLine(plan) => Covers(terms, clockDays).Concat(Multiples(terms, clockDays)),
            _ => Covers(terms, clockDays),
        };
    }

    /// <summary>
    /// A bundle of two data packs of one seller: at the same time where each lasts the stay, one after the other where
    /// only both together last. Null where neither is possible.
    /// </summary>
    public Bundle? Pair(Plan one, Plan other) => Pair(new PlanTerms(one, catalog), new PlanTerms(other, catalog));

    /// <summary>The same as <see cref="Pair(Plan, Plan)"/>, for known terms.</summary>
    public Bundle? Pair(PlanTerms one, PlanTerms other)
    {
        if (one.SinglePack is not { } a || other.SinglePack is not { } b || !AreAlikeInUse(one.Plan, other.Plan))
        {
            return null;
        }

        var clockDays = Math.Max(one.Plan.Validity.DaysToBuy(stay), other.Plan.Validity.DaysToBuy(stay));
        var (longer, shorter) = a.Days >= b.Days ? (one, other) : (other, one);
        var cycles = CyclesOfPair(longer, shorter, clockDays);
        return cycles.IsEmpty
            ? null
            : Bundle([OnePack(longer, clockDays), OnePack(shorter, clockDays)], [longer, shorter], cycles, clockDays);
    }

    /// <summary>Empty where both together are too short, or where the longer one is enough.</summary>
    private static ImmutableArray<CycleRun> CyclesOfPair(PlanTerms longer, PlanTerms shorter, int clockDays)
    {
        var (days, more) = (longer.SinglePack!.Days, shorter.SinglePack!.Days);
        return (days >= clockDays, more >= clockDays, days + more >= clockDays) switch
        {
            (true, true, _) => [new CycleRun(1, clockDays, GbOf(longer.Plan) + GbOf(shorter.Plan))],
            (false, false, true) => [new CycleRun(1, days, GbOf(longer.Plan)), new CycleRun(1, clockDays - days, GbOf(shorter.Plan))],
            _ => [],
        };
    }

    /// <summary>True for a data pack that can be part of a pair: a line with a fixed allowance and one price.</summary>
    public static bool MayPair(Plan plan) =>
        IsLine(plan)
        && plan.Allowance.Kind == AllowanceKind.Fixed
        && plan.Allowance.Per == AllowancePer.Plan
        && plan.Prices is [{ DayRate: false, IsFloor: false }];

    /// <summary>True where two packs give the same kind of line. Then their data adds up.</summary>
    public static bool AreAlikeInUse(Plan one, Plan other) =>
        one.Medium == other.Medium
        && one.Allowance.After == other.Allowance.After
        && one.Allowance.AfterKbps == other.Allowance.AfterKbps
        && one.Tethering.Policy == other.Tethering.Policy
        && one.Tethering.CapGb == other.Tethering.CapGb
        && one.Tethering.Per == other.Tethering.Per;

    /// <summary>
    /// True where every price is for a month or longer. A monthly allowance that is sold by the day is bought from its
    /// price table like any other plan.
    /// </summary>
    public static bool IsPaidByTheMonth(Plan plan) =>
        plan.Prices.All(price => price is { IsFloor: true } or { DayRate: false, Days: >= ShortestMonth });

    /// <summary>True for a monthly plan that renews by itself until the buyer cancels it.</summary>
    public static bool Renews(Plan plan) => plan.Allowance.Kind == AllowanceKind.Monthly && IsPaidByTheMonth(plan);

    private static bool IsLine(Plan plan) => plan.Medium is Medium.Esim or Medium.Sim;

    private static double GbOf(Plan plan) => plan.Allowance.Gb ?? 0;

    private int ClockDays(Plan plan) => plan.Allowance.CalendarMonth ? stay.CalendarDays : plan.Validity.DaysToBuy(stay);

    private BundleItem OnePack(PlanTerms terms, int clockDays) =>
        Item(terms, [(terms.SinglePack!, 1, terms.SinglePack!.Days)], clockDays);

    private Bundle PayAsYouGo(PlanTerms terms, int clockDays)
    {
        var cover = terms.Prices.IsEmpty ? [] : terms.Cover(clockDays, 0).Rows;
        return Bundle([Item(terms, cover, clockDays)], [terms], [], clockDays);
    }

    private Bundle Monthly(PlanTerms terms, int clockDays)
    {
        var (months, row) = (CycleSplit.MonthsBegun(clockDays, stay, terms.Plan.Allowance.CalendarMonth), terms.Prices[0]);
        var paid = Math.Max(months, terms.Plan.MinimumMonths);
        return Bundle([Item(terms, [(row, paid, paid * row.Days)], clockDays)], [terms], CyclesOf(terms.Plan, null, clockDays), clockDays);
    }

    /// <summary>
    /// The cheapest cover by price, and the cheapest cover by price and set-up inconvenience together.
    /// </summary>
    private IEnumerable<Bundle> Covers(PlanTerms terms, int clockDays)
    {
        var paidDays = Math.Max(clockDays, terms.Plan.MinDays ?? 1);
        var byPrice = terms.Cover(paidDays, terms.FeesPerPurchase);
        yield return Covered(terms, byPrice, clockDays);
        var setUp = terms.Prices.Length > 1 ? terms.SetUpPerPurchase(factor) : 0;
        if (setUp > 0
            && terms.Cover(paidDays, terms.FeesPerPurchase + setUp) is var withSetUps
            && !withSetUps.Rows.SequenceEqual(byPrice.Rows))
        {
            yield return Covered(terms, withSetUps, clockDays);
        }
    }

    private Bundle Covered(PlanTerms terms, PriceCover cover, int clockDays) =>
        Bundle([Item(terms, cover.Rows, clockDays)], [terms], CyclesOf(terms.Plan, cover, clockDays), clockDays);

    /// <summary>
    /// Two to four of a data pack at the same time, or two chains of two. The allowances in each cycle add up.
    /// </summary>
    private IEnumerable<Bundle> Multiples(PlanTerms terms, int clockDays)
    {
        foreach (var row in terms.Prices)
        {
            var chain = ((clockDays - 1) / row.Days) + 1;
            for (var times = 2; times * chain <= MostPurchasesOfOnePlan && !row.DayRate; times++)
            {
                var cycles = CycleSplit.Every(clockDays, row.Days, GbOf(terms.Plan) * times);
                var item = Item(terms, [(row, times * chain, times * chain * row.Days)], clockDays);
                yield return Bundle([item], [terms], cycles, clockDays);
            }
        }
    }

    private ImmutableArray<CycleRun> CyclesOf(Plan plan, PriceCover? cover, int clockDays) => plan.Allowance switch
    {
        { SpeedKbps: >= 1000 } => [],
        { SpeedKbps: not null } => [new CycleRun(clockDays, 1, 0)],
        { FairUseUnknown: true } or { Kind: AllowanceKind.Monthly, Gb: null } =>
            [new CycleRun(clockDays, 1, catalog.Tariff.AssumedFairUseGbPerDay)],
        { Per: AllowancePer.Day } => [new CycleRun(clockDays, 1, GbOf(plan))],
        { Per: AllowancePer.ThreeDays } => CycleSplit.Every(clockDays, 3, GbOf(plan)),
        { Per: AllowancePer.Month } => CycleSplit.Monthly(clockDays, stay, plan.Allowance.CalendarMonth, GbOf(plan)),
        _ => CycleSplit.PerPurchase(cover!, clockDays, GbOf(plan)),
    };

    /// <summary>The bundle of some items.</summary>
    /// <param name="items">One or two.</param>
    /// <param name="terms">Terms of the items, in the same order.</param>
    /// <param name="cycles">Cycles of the allowance; empty where nothing is capped.</param>
    /// <param name="clockDays">Number of days that the clock counts.</param>
    private Bundle Bundle(
        ImmutableArray<BundleItem> items, ReadOnlySpan<PlanTerms> terms, ImmutableArray<CycleRun> cycles, int clockDays)
    {
        var (yen, setUps, inconvenienceYen, mayServe) = (0m, 0, 0.0, true);
        for (var index = 0; index < items.Length; index++)
        {
            var (itsSetUps, plan) = (SetUpsOf(items[index]), terms[index]);
            yen += items[index].Yen(catalog.Rates);
            setUps += itsSetUps;
            inconvenienceYen += (itsSetUps * plan.SetUpYen) + plan.IdentityCheckYen;
            mayServe &= plan.Plan.Tethering.MayServe;
        }

        return new()
        {
            Items = items,
            MayServeClients = mayServe,
            Cycles = cycles,
            ClockDays = clockDays,
            DemandDays = _demandDays,
            FixedYen = (double)yen,
            YenPerGb = terms[0].YenPerGb,
            TetherCycles = TetherCyclesOf(items, cycles, clockDays),
            SetUps = setUps,
            SetUpInconvenienceYen = inconvenienceYen,
            Shortage = Shortage.Of(terms[0].Plan, !cycles.IsEmpty, catalog.Rates),
        };
    }

    private static int SetUpsOf(BundleItem item) => item.Plan switch
    {
        { Medium: not (Medium.Esim or Medium.Sim) } => 0,
        { TopUp.Offered: true } or { Allowance.Kind: AllowanceKind.Monthly } => 1,
        _ => item.Purchases,
    };

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

    private BundleItem Item(PlanTerms terms, ImmutableArray<(Price Row, int Purchases, int Days)> rows, int clockDays)
    {
        var (purchases, days, listed, low, high) = (0, 0, 0m, 0m, 0m);
        foreach (var row in rows)
        {
            var times = Times(row);
            purchases += row.Purchases;
            days += row.Days;
            listed += row.Row.Middle.Amount * times;
            low += row.Row.Low * times;
            high += (row.Row.High ?? row.Row.Low) * times;
        }

        return new BundleItem(
            terms.Plan,
            Math.Max(1, purchases),
            days,
            new Money(listed, terms.Currency),
            new Money(low, terms.Currency),
            new Money(high, terms.Currency),
            terms.Fees.IsEmpty ? [] : [.. terms.Fees.Select(fee => Charged(fee, terms.Plan, purchases, days, clockDays))]);
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
}
