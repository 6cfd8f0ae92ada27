using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>Chances and amounts of use over the allowances of cycles (decision model, section 2).</summary>
public static class ShortageModel
{
    /// <summary>
    /// Chance that at least one cycle runs out, 0 to 1: <c>Q(g)</c> for one cycle, else
    /// <c>E_U[1 − Π(1 − Q(g | mean·U, cv² = CD²/L))]</c>, U log-normal with CP.
    /// </summary>
    public static double ChanceOfRunningOut(in CycleUse use, PooledDemand demand) => demand.GbPerDay <= 0 ? 0
        : use.IsOneCycle ? use.Of(demand, 0).ChanceOver(use.Runs[0].Gb)
        : OverPersons(use, demand);

    /// <summary>
    /// Expected number of days on which the allowance of the cycle is used up: <c>Σ_cycles Σ_{d=1..L} Q_d(g)</c>.
    /// </summary>
    public static double LimitedDays(in CycleUse use, PooledDemand demand)
    {
        double days = 0;
        if (demand.GbPerDay <= 0)
        {
            return 0;
        }

        foreach (var run in use.Runs)
        {
            for (var day = 1; day <= run.Days; day++)
            {
                days += run.Count * demand.Over(use.MeanOf(demand, day), use.VaryingDays(day)).ChanceOver(run.Gb);
            }
        }

        return days;
    }

    /// <summary>
    /// A lower bound of <see cref="LimitedDays"/>: the last day of each cycle. It is exact for cycles of one day.
    /// </summary>
    public static double LimitedDaysAtLeast(in CycleUse use, PooledDemand demand)
    {
        double days = 0;
        for (var run = 0; run < use.Runs.Length && demand.GbPerDay > 0; run++)
        {
            days += use.Runs[run].Count * use.Of(demand, run).ChanceOver(use.Runs[run].Gb);
        }

        return days;
    }

    /// <summary>
    /// Excess of the mean use over the allowances, GB. By Jensen's inequality it is never more than
    /// <see cref="ShortfallGb"/>.
    /// </summary>
    public static double ExcessOfMeanGb(in CycleUse use, PooledDemand demand)
    {
        double gb = 0;
        foreach (var run in use.Runs)
        {
            gb += run.Count * Math.Max(0, use.MeanOf(demand, run.Days) - run.Gb);
        }

        return gb;
    }

    /// <summary>Expected use over the allowances, GB, summed over the cycles.</summary>
    public static double ShortfallGb(in CycleUse use, PooledDemand demand)
    {
        double gb = 0;
        for (var run = 0; run < use.Runs.Length; run++)
        {
            gb += use.Runs[run].Count * use.Of(demand, run).ExpectedOver(use.Runs[run].Gb);
        }

        return gb;
    }

    /// <summary>Expected number of top-ups: <c>Σ_cycles Σ_{k≥0} Q(g + k·s)</c>.</summary>
    /// <param name="use">Cycles of the allowance.</param>
    /// <param name="demand">Use of the pool.</param>
    /// <param name="packGb">s, GB of one top-up, above 0.</param>
    public static double ExpectedTopUps(in CycleUse use, PooledDemand demand, double packGb)
    {
        double packs = 0;
        for (var run = 0; run < use.Runs.Length; run++)
        {
            packs += use.Runs[run].Count * TailSum.Of(use.Of(demand, run), use.Runs[run].Gb, packGb);
        }

        return packs;
    }

    /// <summary>
    /// A lower bound of <see cref="ExpectedTopUps"/>: <c>Q(g) + ∫ Q(g + s + x) dx / s ≤ Σ_{k≥0} Q(g + k·s)</c>, because
    /// Q falls.
    /// </summary>
    /// <param name="use">Cycles of the allowance.</param>
    /// <param name="demand">Use of the pool.</param>
    /// <param name="packGb">s, GB of one top-up, above 0.</param>
    public static double TopUpsAtLeast(in CycleUse use, PooledDemand demand, double packGb)
    {
        double packs = 0;
        for (var run = 0; run < use.Runs.Length; run++)
        {
            var (cycle, gb) = (use.Of(demand, run), use.Runs[run].Gb);
            packs += use.Runs[run].Count * (cycle.ChanceOver(gb) + (cycle.ExpectedOver(gb + packGb) / packGb));
        }

        return packs;
    }

    private static double OverPersons(in CycleUse use, PooledDemand demand)
    {
        var variance = Math.Log(1 + demand.SquaredPersonCv);
        var sigma = Math.Sqrt(variance);
        double chance = 0;
        for (var node = 0; node < GaussHermite.Scores.Length; node++)
        {
            var factor = Math.Exp((sigma * GaussHermite.Scores[node]) - (variance / 2));
            chance += GaussHermite.Weights[node] * (1 - ChanceOfLasting(use, demand, factor));
        }

        return Math.Clamp(chance, 0, 1);
    }

    private static double ChanceOfLasting(in CycleUse use, PooledDemand demand, double factor)
    {
        double lasts = 1;
        foreach (var run in use.Runs)
        {
            var cycle = demand.OverGivenPerson(use.MeanOf(demand, run.Days) * factor, use.VaryingDays(run.Days));
            lasts *= Math.Pow(1 - cycle.ChanceOver(run.Gb), run.Count);
        }

        return lasts;
    }
}

/// <summary>Cycles of an allowance. The demand is spread evenly over the days that the plan's clock counts.</summary>
/// <param name="Runs">Runs of equal cycles, in order; empty where nothing is capped.</param>
/// <param name="DayLength">
/// Days of demand in one clock day, above 0, at most 1. Example: 7/8 where the plan needs eight calendar days for seven
/// times 24 hours.
/// </param>
public readonly record struct CycleUse(ImmutableArray<CycleRun> Runs, double DayLength)
{
    /// <summary>True where there is exactly one cycle.</summary>
    public bool IsOneCycle => Runs is [{ Count: 1 }];

    /// <summary>Use in one cycle of a run, GB.</summary>
    /// <param name="demand">Use of the pool.</param>
    /// <param name="run">Index in <see cref="Runs"/>.</param>
    public Lognormal Of(PooledDemand demand, int run) =>
        demand.GbPerDay <= 0 ? default : demand.Over(MeanOf(demand, Runs[run].Days), VaryingDays(Runs[run].Days));

    /// <summary>Number of days for the variation of a cycle: its days of demand, at least 1.</summary>
    public double VaryingDays(int clockDays) => Math.Max(1, clockDays * DayLength);

    /// <summary>Mean use in a number of clock days, GB.</summary>
    public double MeanOf(PooledDemand demand, int clockDays) => demand.GbPerDay * clockDays * DayLength;
}

/// <summary>Equal cycles one after the other.</summary>
/// <param name="Count">Number of cycles, at least 1.</param>
/// <param name="Days">Clock days of one cycle, at least 1.</param>
/// <param name="Gb">Allowance of one cycle, GB, at least 0.</param>
public readonly record struct CycleRun(int Count, int Days, double Gb);
