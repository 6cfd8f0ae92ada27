using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>Splits the days of a stay into cycles of an allowance (decision model, section 2).</summary>
public static class CycleSplit
{
    /// <summary>Days of a billing month that is not a calendar month.</summary>
    public const int BillingMonthDays = 30;

    /// <summary>Cycles of one length. The last one contains the remaining days.</summary>
    /// <param name="days">Number of days, at least 1.</param>
    /// <param name="length">Days of one cycle, at least 1.</param>
    /// <param name="gb">GB of one cycle.</param>
    public static ImmutableArray<CycleRun> Every(int days, int length, double gb)
    {
        var (full, rest) = Math.DivRem(days, length);
        return (full, rest) switch
        {
            (0, _) => [new CycleRun(1, rest, gb)],
            (_, 0) => [new CycleRun(full, length, gb)],
            _ => [new CycleRun(full, length, gb), new CycleRun(1, rest, gb)],
        };
    }

    /// <summary>Billing months: calendar months, or 30 days from the start.</summary>
    public static ImmutableArray<CycleRun> Monthly(int clockDays, Stay stay, bool calendarMonth, double gb) =>
        calendarMonth ? CalendarMonths(stay, gb) : Every(clockDays, BillingMonthDays, gb);

    /// <summary>Number of months that begin in the stay. The buyer pays each in full.</summary>
    public static int MonthsBegun(int clockDays, Stay stay, bool calendarMonth) =>
        calendarMonth ? stay.CalendarMonths : ((clockDays - 1) / BillingMonthDays) + 1;

    /// <summary>One cycle for each purchase, one after the other. The last one ends with the stay.</summary>
    public static ImmutableArray<CycleRun> PerPurchase(PriceCover cover, int clockDays, double gb)
    {
        var runs = ImmutableArray.CreateBuilder<CycleRun>();
        var left = clockDays;
        foreach (var (row, purchases, paidDays) in cover.Rows)
        {
            var length = row.DayRate ? paidDays : row.Days;
            for (var purchase = 0; purchase < purchases && left > 0; purchase++)
            {
                runs.Add(new CycleRun(1, Math.Min(length, left), gb));
                left -= length;
            }
        }

        return Joined(runs);
    }

    private static ImmutableArray<CycleRun> CalendarMonths(Stay stay, double gb)
    {
        var runs = ImmutableArray.CreateBuilder<CycleRun>();
        for (var day = stay.Arrival; day <= stay.Departure;)
        {
            var next = new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            var last = next.AddDays(-1) < stay.Departure ? next.AddDays(-1) : stay.Departure;
            runs.Add(new CycleRun(1, last.DayNumber - day.DayNumber + 1, gb));
            day = next;
        }

        return runs.ToImmutable();
    }

    private static ImmutableArray<CycleRun> Joined(ImmutableArray<CycleRun>.Builder runs) =>
        [.. runs.GroupBy(run => (run.Days, run.Gb)).Select(same => new CycleRun(same.Sum(run => run.Count), same.Key.Days, same.Key.Gb))];
}
