using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>The days left of a capped line: how it will go, and with how much more data it would go as wished (method, section 6).</summary>
/// <param name="demand">What is expected from here, what was seen counted in.</param>
/// <param name="left">The cycles left, at least one.</param>
/// <param name="wish">Highest chance of running out, for allowances per plan or month.</param>
/// <param name="leastShare">Lowest share of the use at full speed, for daily ones.</param>
/// <param name="onlyLast">True where data that is added serves the last cycle alone: what starts once the line has ended.</param>
public sealed class Outlook(PooledDemand demand, CycleUse left, Shortage shortage, double wish, double leastShare, bool onlyLast = false)
{
    private const double MostOverAllowance = 10;

    private const double MostGbAdded = 1e5;

    private const int Halvings = 50;

    private AmountDistribution? _extraGb;

    private AmountDistribution ExtraGb => _extraGb ??= demand.GbPerDay > 0 ? ExtraUse.Gigabytes(left, demand).Whole() : AmountDistribution.Nothing;

    /// <summary>GB still to be used.</summary>
    public double ExpectedGb => left.Runs.Sum(run => run.Count * left.MeanOf(demand, run.Days));

    /// <summary>Expected days with the allowance used up; null where running out is all there is.</summary>
    public double? LimitedDays => shortage.LimitsDays ? ShortageModel.LimitedDays(left, demand) : null;

    /// <summary>The same days, with data added that starts once the line has ended.</summary>
    public Outlook OnlyLast => new(demand, left, shortage, wish, leastShare, true);

    /// <summary>Chance that some cycle runs out though so much is added to what is left; null for daily kinds.</summary>
    /// <param name="addedGb">At least 0; may be used in any cycle.</param>
    public double? ChanceOfRunningOut(double addedGb = 0) => !shortage.RunsOut ? null
        : demand.GbPerDay <= 0 ? 0
        : onlyLast && addedGb > 0 ? ShortageModel.ChanceOfRunningOut(WithLast(addedGb), demand)
        : left.IsOneCycle ? left.Of(demand, 0).ChanceOver(left.Runs[0].Gb + addedGb)
        : addedGb > 0 ? ExtraGb.ChanceOver(addedGb)
        : ShortageModel.ChanceOfRunningOut(left, demand);

    /// <summary>Share of the use to come that is served at full speed, 0 to 1.</summary>
    public double FullSpeedShare(double addedGb = 0) =>
        GroupRisk.ShareOf(onlyLast ? ShortageModel.ShortfallGb(WithLast(addedGb), demand) : addedGb > 0 ? ExtraGb.ExpectedOver(addedGb) : ShortageModel.ShortfallGb(left, demand), ExpectedGb);

    /// <summary>Whether it goes as wished.</summary>
    public bool Suits(double addedGb = 0) => ChanceOfRunningOut(addedGb) is { } chance ? chance <= wish : FullSpeedShare(addedGb) >= leastShare;

    /// <summary>The least data to add with which it goes as wished, GB; infinite where none is enough.</summary>
    public double GbMissing()
    {
        double enough = 1;
        while (!Suits(enough) && enough < MostGbAdded)
        {
            enough *= 2;
        }

        return Suits() ? 0 : !Suits(enough) ? double.PositiveInfinity : Boundary(0, enough, tooLittle: added => !Suits(added)).High;
    }

    /// <summary>
    /// The largest pace, GB a calendar day, at which it goes as wished: the pace is kept to, days still differ by chance.
    /// </summary>
    public double SafePace()
    {
        var most = MostOverAllowance * left.Runs.Max(run => run.Gb / run.Days) / left.DayLength;
        return most > 0 ? Boundary(0, most, pace => AtPace(pace).Suits()).Low * left.DayLength : 0;
    }

    private CycleUse WithLast(double addedGb) => left with { Runs = left.Runs.SetItem(left.Runs.Length - 1, left.Runs[^1] with { Gb = left.Runs[^1].Gb + addedGb }) };

    private Outlook AtPace(double pace) => new(demand with { GbPerDay = pace, SquaredPersonCv = 0 }, left, shortage, wish, leastShare);

    /// <summary>Where what holds below ceases to hold.</summary>
    private static (double Low, double High) Boundary(double low, double high, Func<double, bool> tooLittle)
    {
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = tooLittle(middle) ? (middle, high) : (low, middle);
        }

        return (low, high);
    }
}
