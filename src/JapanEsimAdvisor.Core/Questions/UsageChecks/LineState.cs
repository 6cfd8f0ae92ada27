using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>The state of a line on a day: the days used, and the cycles left with their data.</summary>
/// <param name="DaysUsed">k, whole days of use before today. Today does not count.</param>
/// <param name="DaysLeft">Calendar days to the end of the trip, today included.</param>
/// <param name="Left">Cycles from today on. The cycle of today contains only the data that is left.</param>
/// <param name="Ends">Last day on which the line works, where this is before the end of the trip; else null.</param>
public sealed record LineState(int DaysUsed, int DaysLeft, CycleUse Left, DateOnly? Ends)
{
    /// <summary>GB at full speed in all cycles that are left.</summary>
    public double GbLeft => Left.Runs.Sum(run => run.Count * run.Gb);

    /// <summary>GB a calendar day with which no cycle runs out if all days are equal.</summary>
    public double LastingPace => Left.Runs.Min(run => run.Gb / run.Days);

    /// <summary>The state of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="stay">The days in Japan.</param>
    /// <param name="shortage">What happens after the allowance.</param>
    /// <param name="tariff">Assumed fair use.</param>
    /// <param name="asOf">The day, in Japan.</param>
    public static LineState Of(LineInUse line, Stay stay, Shortage shortage, InconvenienceTariff tariff, DateOnly asOf)
    {
        var cycles = LineCycles.Of(line, stay.Departure, tariff);
        var first = Later(line.Started, stay.Arrival);
        var today = Later(asOf, first);
        var used = new UsedSoFar(line, first, today, shortage.RunsOut);
        var left = cycles.Cycles.Where(cycle => cycle.To >= today).Select((cycle, index) => new CycleRun(
            1,
            cycle.To.DayNumber - Later(cycle.From, today).DayNumber + 1,
            index == 0 ? Math.Max(0, cycle.Gb - used.Of(cycle, cycles.Cycles)) : cycle.Gb));
        return new LineState(
            today.DayNumber - first.DayNumber,
            stay.Departure.DayNumber - today.DayNumber + 1,
            new CycleUse(InRuns(left), (double)stay.DemandDays / stay.CalendarDays),
            cycles.Ends);
    }

    private static ImmutableArray<CycleRun> InRuns(IEnumerable<CycleRun> cycles)
    {
        var runs = ImmutableArray.CreateBuilder<CycleRun>();
        foreach (var cycle in cycles)
        {
            if (runs.Count > 0 && runs[^1] with { Count = 1 } == cycle)
            {
                runs[^1] = cycle with { Count = runs[^1].Count + 1 };
            }
            else
            {
                runs.Add(cycle);
            }
        }

        return runs.ToImmutable();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>
    /// The use in the cycle of today, where the line does not state it: the use so far, spread evenly over its days.
    /// Where a line runs out, an earlier cycle counts at most its allowance, and the rest counts for the cycle of
    /// today. Where a line slows instead, the rest was used slowly in the earlier cycle.
    /// </summary>
    private sealed record UsedSoFar(LineInUse Line, DateOnly First, DateOnly Today, bool RunsOut)
    {
        public double Of(DatedCycle current, ImmutableArray<DatedCycle> all)
        {
            if (Line.GbUsedThisCycle is { } stated)
            {
                return stated;
            }

            return RunsOut
                ? Line.GbUsed - all.Where(cycle => cycle.To < current.From).Sum(cycle => Math.Min(cycle.Gb, Share(cycle)))
                : Share(current);
        }

        private double Share(DatedCycle cycle)
        {
            var days = Today.DayNumber - First.DayNumber;
            var (from, to) = (Later(cycle.From, First), cycle.To < Today ? cycle.To.AddDays(1) : Today);
            return days == 0 ? 0 : Line.GbUsed * Math.Max(0, to.DayNumber - from.DayNumber) / days;
        }
    }
}
