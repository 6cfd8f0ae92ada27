using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>
/// The cycles of a line by date, from its start to the last day of the trip (method, sections 2 and 9).
/// </summary>
/// <param name="Cycles">In order, without gaps; empty where nothing is capped.</param>
/// <param name="Ends">Last day on which the line works, where this is before the end of the trip; else null.</param>
public sealed record LineCycles(ImmutableArray<DatedCycle> Cycles, DateOnly? Ends)
{
    /// <summary>The cycles of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="departure">Last day of the trip.</param>
    /// <param name="tariff">Assumed fair use.</param>
    public static LineCycles Of(LineInUse line, DateOnly departure, InconvenienceTariff tariff)
    {
        var plan = line.Plan;
        if (IsUncapped(plan))
        {
            return new LineCycles([], null);
        }

        var wanted = departure.DayNumber - line.Started.DayNumber + 1;
        var each = RowDays(line, wanted) ?? wanted;
        var covered = BundleFactory.Renews(plan) ? wanted : (int)Math.Min(wanted, (long)each * line.Quantity);
        var last = line.Started.AddDays(covered - 1);
        var cycles = Split(line, last, each, tariff);
        return covered == wanted
            ? new LineCycles(cycles, null)
            : new LineCycles(cycles.Add(new DatedCycle(last.AddDays(1), departure, 0)), last);
    }

    /// <summary>
    /// True where there is no limit, where the speed limit is at least 1,000 kbit/s, or where the allowance is not
    /// known.
    /// </summary>
    private static bool IsUncapped(Plan plan) => plan.Allowance
        is { Kind: AllowanceKind.PayAsYouGo }
        or { SpeedKbps: >= 1000 }
        or { Kind: AllowanceKind.Fixed or AllowanceKind.Daily, Gb: null, SpeedKbps: null };

    /// <summary>Days of one purchase; null where it lasts for all wanted days.</summary>
    private static int? RowDays(LineInUse line, int wanted)
    {
        var rows = line.Plan.Prices;
        return line.Days is { } stated ? stated
            : rows.IsEmpty || rows.Any(row => row.DayRate) ? null
            : rows.Where(row => (long)row.Days * line.Quantity >= wanted).Select(row => (int?)row.Days).Min() ?? rows.Max(row => row.Days);
    }

    /// <summary>
    /// Purchases that are not needed one after the other add data to the cycles. Where they do not divide evenly, the
    /// first cycles get one more.
    /// </summary>
    private static ImmutableArray<DatedCycle> Split(LineInUse line, DateOnly last, int each, InconvenienceTariff tariff)
    {
        var cycles = OfOne(line.Plan, line.Started, last, each, tariff);
        var inARow = BundleFactory.Renews(line.Plan) ? cycles.Length : ((last.DayNumber - line.Started.DayNumber) / each) + 1;
        var (together, rest) = Math.DivRem(Math.Max(line.Quantity, inARow), inARow);
        return line.Plan.Allowance switch
        {
            { FairUseUnknown: true } or { Kind: AllowanceKind.Monthly, Gb: null } => cycles,
            { Per: AllowancePer.Day or AllowancePer.ThreeDays or AllowancePer.Month } =>
                [.. cycles.Select(cycle => cycle with { Gb = cycle.Gb * together })],
            _ => [.. cycles.Select((cycle, index) => cycle with { Gb = cycle.Gb * (together + (index < rest ? 1 : 0)) })],
        };
    }

    private static ImmutableArray<DatedCycle> OfOne(
        Plan plan, DateOnly start, DateOnly last, int each, InconvenienceTariff tariff) => plan.Allowance switch
        {
            { SpeedKbps: not null } => Every(start, last, 1, 0),
            { FairUseUnknown: true } or { Kind: AllowanceKind.Monthly, Gb: null } => Every(start, last, 1, tariff.AssumedFairUseGbPerDay),
            { Per: AllowancePer.Day, Gb: { } gb } => Every(start, last, 1, gb),
            { Per: AllowancePer.ThreeDays, Gb: { } gb } => Every(start, last, 3, gb),
            { Per: AllowancePer.Month, CalendarMonth: true, Gb: { } gb } => CalendarMonths(start, last, gb),
            { Per: AllowancePer.Month, Gb: { } gb } => Every(start, last, CycleSplit.BillingMonthDays, gb),
            { Gb: var gb } => Every(start, last, each, gb ?? 0),
        };

    private static ImmutableArray<DatedCycle> Every(DateOnly start, DateOnly last, int days, double gb)
    {
        var cycles = ImmutableArray.CreateBuilder<DatedCycle>();
        for (var from = start; from <= last; from = from.AddDays(days))
        {
            cycles.Add(new DatedCycle(from, Earlier(from.AddDays(days - 1), last), gb));
        }

        return cycles.ToImmutable();
    }

    private static ImmutableArray<DatedCycle> CalendarMonths(DateOnly start, DateOnly last, double gb)
    {
        var cycles = ImmutableArray.CreateBuilder<DatedCycle>();
        for (var from = start; from <= last; from = new DateOnly(from.Year, from.Month, 1).AddMonths(1))
        {
            var monthEnd = new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1);
            cycles.Add(new DatedCycle(from, Earlier(monthEnd, last), gb));
        }

        return cycles.ToImmutable();
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>A cycle by date.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Gb">Allowance, GB, at least 0.</param>
public readonly record struct DatedCycle(DateOnly From, DateOnly To, double Gb);
