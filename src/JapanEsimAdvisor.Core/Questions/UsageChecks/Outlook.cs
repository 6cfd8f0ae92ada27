using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>
/// The days left of a capped line: the risk, and the data to add so that the limit of the party is met (method, section
/// 6).
/// </summary>
/// <param name="demand">Expected use from today on, updated by the use so far.</param>
/// <param name="left">The cycles left, at least one.</param>
/// <param name="shortage">What happens after the allowance.</param>
/// <param name="wish">Highest chance of running out, for allowances per plan or month, 0 to 1.</param>
/// <param name="leastShare">Lowest share of the use at full speed, for daily allowances, 0 to 1.</param>
/// <param name="onlyLast">
/// True where added data serves only the last cycle: a purchase that starts when the line has ended.
/// </param>
public sealed class Outlook(PooledDemand demand, CycleUse left, Shortage shortage, double wish, double leastShare, bool onlyLast = false)
{
    private const double MostOverAllowance = 10;

    private const double MostGbAdded = 1e5;

    private const int Halvings = 50;

    private AmountDistribution? _extraGb;

    private AmountDistribution ExtraGb => _extraGb ??= demand.GbPerDay > 0
        ? ExtraUse.Gigabytes(left, demand).Whole()
        : AmountDistribution.Nothing;

    /// <summary>Expected use in the days left, GB.</summary>
    public double ExpectedGb => left.Runs.Sum(run => run.Count * left.MeanOf(demand, run.Days));

    /// <summary>Expected number of days with the allowance used up; null where the plan does not limit days.</summary>
    public double? LimitedDays => shortage.LimitsDays ? ShortageModel.LimitedDays(left, demand) : null;

    /// <summary>The same days, for data that starts when the line has ended.</summary>
    public Outlook OnlyLast => new(demand, left, shortage, wish, leastShare, true);

    /// <summary>Chance that some cycle runs out with added data, 0 to 1; null for daily allowances.</summary>
    /// <param name="addedGb">Added data, GB, at least 0. It can be used in any cycle.</param>
    public double? ChanceOfRunningOut(double addedGb = 0) => !shortage.RunsOut ? null
        : demand.GbPerDay <= 0 ? 0
        : onlyLast && addedGb > 0 ? ShortageModel.ChanceOfRunningOut(WithLast(addedGb), demand)
        : left.IsOneCycle ? left.Of(demand, 0).ChanceOver(left.Runs[0].Gb + addedGb)
        : addedGb > 0 ? ExtraGb.ChanceOver(addedGb)
        : ShortageModel.ChanceOfRunningOut(left, demand);

    /// <summary>Share of the use in the days left that is served at full speed, 0 to 1.</summary>
    /// <param name="addedGb">Added data, GB, at least 0.</param>
    public double FullSpeedShare(double addedGb = 0)
    {
        var shortfall = onlyLast ? ShortageModel.ShortfallGb(WithLast(addedGb), demand)
            : addedGb > 0 ? ExtraGb.ExpectedOver(addedGb)
            : ShortageModel.ShortfallGb(left, demand);
        return GroupRisk.ShareOf(shortfall, ExpectedGb);
    }

    /// <summary>True where the limit of the party is met.</summary>
    /// <param name="addedGb">Added data, GB, at least 0.</param>
    public bool Suits(double addedGb = 0) =>
        ChanceOfRunningOut(addedGb) is { } chance ? chance <= wish : FullSpeedShare(addedGb) >= leastShare;

    /// <summary>
    /// The least data to add so that the limit is met, GB; 0 where it is met, infinity where no amount is enough.
    /// </summary>
    public double GbMissing()
    {
        double enough = 1;
        while (!Suits(enough) && enough < MostGbAdded)
        {
            enough *= 2;
        }

        return Suits() ? 0 : !Suits(enough) ? double.PositiveInfinity : Boundary(0, enough, added => !Suits(added)).High;
    }

    /// <summary>
    /// The largest mean pace, GB a calendar day, at which the limit is met. The days still differ by chance.
    /// </summary>
    public double SafePace()
    {
        var most = MostOverAllowance * left.Runs.Max(run => run.Gb / run.Days) / left.DayLength;
        return most > 0 ? Boundary(0, most, pace => AtPace(pace).Suits()).Low * left.DayLength : 0;
    }

    private CycleUse WithLast(double addedGb)
    {
        var last = left.Runs[^1];
        return left with { Runs = left.Runs.SetItem(left.Runs.Length - 1, last with { Gb = last.Gb + addedGb }) };
    }

    private Outlook AtPace(double pace) =>
        new(demand with { GbPerDay = pace, SquaredPersonCv = 0 }, left, shortage, wish, leastShare);

    /// <summary>The value where a condition changes from true to false, by bisection: the last interval.</summary>
    private static (double Low, double High) Boundary(double low, double high, Func<double, bool> isBelow)
    {
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return (low, high);
    }
}
