namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// <c>Σ_{k≥0} Q(g + k·s)</c>: the expected number of packs of s that must be added to g until it is enough. The first
/// terms are summed one by one. When the step is small compared with how fast Q falls, the rest is
/// <c>E[(T − t)⁺]/s + Q(t)/2 + s·f(t)/12 − s³·f″(t)/720</c> with the density f (Euler–Maclaurin, Abramowitz and Stegun
/// 23.1.30). Its error in the tests is below 1e-8.
/// </summary>
public static class TailSum
{
    private const double NegligibleChance = 1e-12;

    /// <summary>
    /// Largest step over <c>t·σ</c>, roughly a step in standard scores, for which the closed form is used.
    /// </summary>
    private const double SmallStep = 0.05;

    /// <summary>The sum.</summary>
    /// <param name="use">Distribution of the use, with chance Q to exceed an amount.</param>
    /// <param name="gb">g, GB, at least 0.</param>
    /// <param name="stepGb">s, GB, above 0.</param>
    public static double Of(Lognormal use, double gb, double stepGb)
    {
        var closed = stepGb / (SmallStep * use.Sigma);
        double sum = 0;
        var amount = gb;
        for (var k = 1; amount < closed; k++)
        {
            var chance = use.ChanceOver(amount);
            sum += chance;
            if (chance < NegligibleChance)
            {
                return sum;
            }

            amount = gb + (k * stepGb);
        }

        return sum + Rest(use, amount, stepGb);
    }

    private static double Rest(Lognormal use, double gb, double stepGb)
    {
        var (density, curvature) = use.DensityAt(gb);
        return (use.ExpectedOver(gb) / stepGb) + (use.ChanceOver(gb) / 2) + (stepGb * density / 12)
            - (stepGb * stepGb * stepGb * curvature / 720);
    }
}
