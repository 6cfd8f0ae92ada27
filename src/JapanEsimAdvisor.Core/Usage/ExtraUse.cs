namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// The distribution of the use over the allowances, in top-up packs or gigabytes. It is computed once for each value of
/// the pool's factor, because cycles are independent when the factor is known. A distribution of the factor then
/// weights these results. The integral over the logarithm of the factor uses the trapezoidal rule: for such integrals
/// its error falls faster than any power of the step.
/// </summary>
public sealed class ExtraUse
{
    /// <summary>Standard deviations to each side of the center.</summary>
    private const double Reach = 6;

    private const double LeastSpread = 0.02;

    private const double NegligibleChance = 1e-9;

    private const int MostPacks = 10_000;

    private const double SliceWidth = 0.125;

    private readonly PooledDemand _demand;

    private readonly double _first;

    private readonly double _step;

    private readonly AmountDistribution[] _given;

    private ExtraUse(in CycleUse use, PooledDemand demand, Func<Lognormal, double, AmountDistribution> ofCycle)
    {
        _demand = demand;
        var (widest, own, days) = (SpreadOf(demand.SquaredPersonCv), SpreadOf(demand.SquaredOwnCv), OfLongestCycle(use, demand));
        OwnNoise = Math.Sqrt((own * own) + (days * days));
        _step = Math.Max(LeastSpread / 2, Step(own, days));
        _first = (-widest * widest / 2) - (Reach * widest);
        _given = new AmountDistribution[2 + (int)(2 * Reach * widest / _step)];
        for (var node = 0; node < _given.Length; node++)
        {
            _given[node] = Given(use, demand, Math.Exp(_first + (node * _step)), ofCycle);
        }
    }

    /// <summary>
    /// Standard deviation of the logarithm of the use in the longest cycle when the factor of the whole trip is known.
    /// </summary>
    public double OwnNoise { get; }

    /// <summary>
    /// Number of packs that one pool buys. It buys one more each time the allowance and the earlier packs are used up.
    /// </summary>
    /// <param name="use">Cycles of the allowance.</param>
    /// <param name="demand">Use of the pool.</param>
    /// <param name="packGb">GB of one pack, above 0.</param>
    public static ExtraUse Packs(in CycleUse use, PooledDemand demand, double packGb) =>
        new(use, demand, (cycle, gb) => AmountDistribution.Of(PackAtoms(cycle, gb, packGb)));

    /// <summary>Gigabytes over the allowances.</summary>
    public static ExtraUse Gigabytes(in CycleUse use, PooledDemand demand) =>
        new(use, demand, (cycle, gb) => AmountDistribution.Of(Slices(cycle, gb)));

    /// <summary>The distribution with the full uncertainty of the pool's factor.</summary>
    public AmountDistribution Whole() => Weighted(-Math.Log(1 + _demand.SquaredPersonCv) / 2, SpreadOf(_demand.SquaredPersonCv));

    /// <summary>The distribution when the factor common to the whole trip is known.</summary>
    /// <param name="factor">Above 0.</param>
    public AmountDistribution GivenWholeTrip(double factor) =>
        Weighted(Math.Log(factor) - (Math.Log(1 + _demand.SquaredOwnCv) / 2), SpreadOf(_demand.SquaredOwnCv));

    /// <summary>
    /// Step of the trapezoidal rule for a normal density times a function. The error of the integral is then about
    /// 1e-9.
    /// </summary>
    /// <param name="density">Standard deviation of the density.</param>
    /// <param name="change">Width over which the function changes.</param>
    public static double Step(double density, double change) => 1 / Math.Sqrt((1 / (density * density)) + (1 / (change * change)));

    /// <summary>Standard deviation of the logarithm of a log-normal factor, at least 0.02.</summary>
    /// <param name="squaredCv">Squared coefficient of variation, at least 0.</param>
    public static double SpreadOf(double squaredCv) => Math.Max(LeastSpread, Math.Sqrt(Math.Log(1 + squaredCv)));

    private AmountDistribution Weighted(double center, double spread)
    {
        var from = Math.Clamp((int)((center - (Reach * spread) - _first) / _step), 0, _given.Length - 1);
        var to = Math.Clamp((int)((center + (Reach * spread) - _first) / _step) + 1, from, _given.Length - 1);
        var weights = new double[to - from + 1];
        for (var node = from; node <= to; node++)
        {
            var z = (_first + (node * _step) - center) / spread;
            weights[node - from] = Math.Exp(-z * z / 2);
        }

        return AmountDistribution.Mix(_given.AsSpan(from, weights.Length), weights);
    }

    private static double OfLongestCycle(in CycleUse use, PooledDemand demand)
    {
        var noise = double.PositiveInfinity;
        foreach (var run in use.Runs)
        {
            noise = Math.Min(noise, SpreadOf(demand.SquaredDayCv / use.VaryingDays(run.Days)));
        }

        return noise;
    }

    private static AmountDistribution Given(
        in CycleUse use, PooledDemand demand, double factor, Func<Lognormal, double, AmountDistribution> ofCycle)
    {
        AmountDistribution? sum = null;
        foreach (var run in use.Runs)
        {
            var cycle = demand.OverGivenPerson(use.MeanOf(demand, run.Days) * factor, use.VaryingDays(run.Days));
            var cycles = ofCycle(cycle, run.Gb).Times(run.Count);
            sum = sum?.Plus(cycles) ?? cycles;
        }

        return sum ?? AmountDistribution.Nothing;
    }

    /// <summary><c>P(N &gt; k) = Q(g + k·s)</c>.</summary>
    private static IEnumerable<(double Packs, double Chance)> PackAtoms(Lognormal use, double gb, double packGb)
    {
        double before = 1;
        for (var packs = 0; before > 0; packs++)
        {
            var more = packs < MostPacks ? use.ChanceOver(gb + (packs * packGb)) : 0;
            more = more < NegligibleChance ? 0 : more;
            yield return (packs, before - more);
            before = more;
        }
    }

    /// <summary>
    /// Splits the use into slices that are an eighth of a standard deviation wide. Each slice has its mean as amount.
    /// </summary>
    private static IEnumerable<(double Gb, double Chance)> Slices(Lognormal use, double gb)
    {
        var within = 1 - use.ChanceOver(gb);
        if (within > 0)
        {
            yield return (0, within);
        }

        var low = gb;
        for (var z = -Reach; z <= Reach + SliceWidth; z += SliceWidth)
        {
            var high = z > Reach ? double.PositiveInfinity : use.AtStandardScore(z);
            if (high > low)
            {
                var (weighted, chance) = Between(use, gb, low, high);
                low = high;
                if (chance > 0)
                {
                    yield return (weighted / chance, chance);
                }
            }
        }
    }

    /// <summary>For use between two amounts: the expected use over g times its chance, and the chance.</summary>
    private static (double Weighted, double Chance) Between(Lognormal use, double gb, double low, double high)
    {
        var (overLow, overHigh) = (use.ChanceOver(low), double.IsPositiveInfinity(high) ? 0 : use.ChanceOver(high));
        var past = use.ExpectedOver(low) + ((low - gb) * overLow)
            - (double.IsPositiveInfinity(high) ? 0 : use.ExpectedOver(high) + ((high - gb) * overHigh));
        return (Math.Max(0, past), overLow - overHigh);
    }
}
