using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>Chances and amounts of running short on cycles of data (decision model, section 2).</summary>
public static class ShortageModel
{
    /// <summary>
    /// Chance that some cycle runs out: <c>Q(g)</c> for one cycle, else <c>E_U[1 − Π(1 − Q(g | mean·U, cv² = CD²/L))]</c>, U log-normal with CP.
    /// </summary>
    public static double ChanceOfRunningOut(in CycleUse use, PooledDemand demand) => demand.GbPerDay <= 0 ? 0
        : use.IsOneCycle ? use.Of(demand, 0).ChanceOver(use.Runs[0].Gb)
        : OverPersons(use, demand);

    /// <summary><c>Σ_cycles Σ_{d=1..L} Q_d(g)</c>: expected days on which the allowance of the cycle is used up.</summary>
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

    /// <summary>Limited days there are at least: those at the end of each cycle. Exact for cycles of a day.</summary>
    public static double LimitedDaysAtLeast(in CycleUse use, PooledDemand demand)
    {
        double days = 0;
        for (var run = 0; run < use.Runs.Length && demand.GbPerDay > 0; run++)
        {
            days += use.Runs[run].Count * use.Of(demand, run).ChanceOver(use.Runs[run].Gb);
        }

        return days;
    }

    /// <summary>GB by which the mean use passes the allowances: never more than the expected use past them (Jensen).</summary>
    public static double ExcessOfMeanGb(in CycleUse use, PooledDemand demand)
    {
        double gb = 0;
        foreach (var run in use.Runs)
        {
            gb += run.Count * Math.Max(0, use.MeanOf(demand, run.Days) - run.Gb);
        }

        return gb;
    }

    /// <summary>Expected use past the allowances, GB; adds over cycles.</summary>
    public static double ShortfallGb(in CycleUse use, PooledDemand demand)
    {
        double gb = 0;
        for (var run = 0; run < use.Runs.Length; run++)
        {
            gb += use.Runs[run].Count * use.Of(demand, run).ExpectedOver(use.Runs[run].Gb);
        }

        return gb;
    }

    /// <summary><c>Σ_cycles Σ_{k≥0} Q(g + k·s)</c>.</summary>
    /// <param name="packGb">s, gigabytes of one top-up, above 0.</param>
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
    /// Top-ups there are at least: <c>Q(g) + ∫ Q(g + s + x) dx / s ≤ Σ_{k≥0} Q(g + k·s)</c>, since Q falls.
    /// </summary>
    /// <param name="packGb">s, gigabytes of one top-up, above 0.</param>
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

/// <summary>Cycles of data with the demand spread evenly over the days the plan's clock counts.</summary>
/// <param name="Runs">In order; empty where nothing is capped.</param>
/// <param name="DayLength">Days of demand in one clock day, at most 1: 7/8 where eight calendar days are bought for seven times 24 hours.</param>
public readonly record struct CycleUse(ImmutableArray<CycleRun> Runs, double DayLength)
{
    public bool IsOneCycle => Runs is [{ Count: 1 }];

    /// <summary>Use in one cycle of a run.</summary>
    public Lognormal Of(PooledDemand demand, int run) =>
        demand.GbPerDay <= 0 ? default : demand.Over(MeanOf(demand, Runs[run].Days), VaryingDays(Runs[run].Days));

    /// <summary>Days a cycle varies like: never less than a whole one.</summary>
    public double VaryingDays(int clockDays) => Math.Max(1, clockDays * DayLength);

    public double MeanOf(PooledDemand demand, int clockDays) => demand.GbPerDay * clockDays * DayLength;
}

/// <summary>So many cycles in a row, each of so many clock days with so much data.</summary>
public readonly record struct CycleRun(int Count, int Days, double Gb);
