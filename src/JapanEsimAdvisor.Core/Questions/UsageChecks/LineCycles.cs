using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>The allowances of a bought line by date, from its start to the last day of the trip (method, sections 2 and 9).</summary>
/// <param name="Cycles">In order, without gaps; empty where nothing is capped.</param>
/// <param name="Ends">Last day it works, where that lies before the end of the trip.</param>
public sealed record LineCycles(ImmutableArray<DatedCycle> Cycles, DateOnly? Ends)
{
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

    /// <summary>No cap, a speed that hardly matters, or an allowance nobody states.</summary>
    private static bool IsUncapped(Plan plan) =>
        plan.Allowance is { Kind: AllowanceKind.PayAsYouGo } or { SpeedKbps: >= 1000 } or { Kind: AllowanceKind.Fixed or AllowanceKind.Daily, Gb: null, SpeedKbps: null };

    /// <summary>Days of one purchase; null for as long as wanted.</summary>
    private static int? RowDays(LineInUse line, int wanted)
    {
        var rows = line.Plan.Prices;
        return line.Days is { } said ? said
            : rows.IsEmpty || rows.Any(row => row.DayRate) ? null
            : rows.Where(row => (long)row.Days * line.Quantity >= wanted).Select(row => (int?)row.Days).Min() ?? rows.Max(row => row.Days);
    }

    /// <summary>Purchases beyond those in a row lie side by side, in the first cycles where they do not come out even.</summary>
    private static ImmutableArray<DatedCycle> Split(LineInUse line, DateOnly last, int each, InconvenienceTariff tariff)
    {
        var cycles = OfOne(line.Plan, line.Started, last, each, tariff);
        var inARow = BundleFactory.Renews(line.Plan) ? cycles.Length : ((last.DayNumber - line.Started.DayNumber) / each) + 1;
        var (together, rest) = Math.DivRem(Math.Max(line.Quantity, inARow), inARow);
        return line.Plan.Allowance switch
        {
            { FairUseUnknown: true } or { Kind: AllowanceKind.Monthly, Gb: null } => cycles,
            { Per: AllowancePer.Day or AllowancePer.ThreeDays or AllowancePer.Month } => [.. cycles.Select(cycle => cycle with { Gb = cycle.Gb * together })],
            _ => [.. cycles.Select((cycle, index) => cycle with { Gb = cycle.Gb * (together + (index < rest ? 1 : 0)) })],
        };
    }

    private static ImmutableArray<DatedCycle> OfOne(Plan plan, DateOnly start, DateOnly last, int each, InconvenienceTariff tariff) => plan.Allowance switch
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
            cycles.Add(new DatedCycle(from, Earlier(new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1), last), gb));
        }

        return cycles.ToImmutable();
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>Days, both included, that share one allowance.</summary>
public readonly record struct DatedCycle(DateOnly From, DateOnly To, double Gb);
