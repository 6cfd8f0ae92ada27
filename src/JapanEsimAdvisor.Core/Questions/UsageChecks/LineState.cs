using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>Where a line stands on a day: what was used, and the cycles that are left with what they still give.</summary>
/// <param name="DaysUsed">k, whole days of use before today; the day itself still lies ahead.</param>
/// <param name="DaysLeft">Calendar days to the end of the trip, today included.</param>
/// <param name="Left">Cycles from today on, the one that counts today with what is left of it.</param>
/// <param name="Ends">Last day the line works, where that lies before the end of the trip.</param>
public sealed record LineState(int DaysUsed, int DaysLeft, CycleUse Left, DateOnly? Ends)
{
    /// <summary>GB at full speed in all cycles left.</summary>
    public double GbLeft => Left.Runs.Sum(run => run.Count * run.Gb);

    /// <summary>GB a calendar day with which no cycle runs out, were all days alike.</summary>
    public double LastingPace => Left.Runs.Min(run => run.Gb / run.Days);

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
    /// How much of today's cycle is used, where the line does not say: the use so far spread evenly over its days. Cycles that are over cannot have given
    /// more than they held, what went beyond counts for today's; where an allowance ends in slow days instead, it went beyond it slowly.
    /// </summary>
    private sealed record UsedSoFar(LineInUse Line, DateOnly First, DateOnly Today, bool RunsOut)
    {
        public double Of(DatedCycle current, ImmutableArray<DatedCycle> all)
        {
            if (Line.GbUsedThisCycle is { } said)
            {
                return said;
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
