namespace JapanEsimAdvisor.Core.Usage;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>
    /// Chance of a value below x, accurate to about 1e-15. Source: W. J. Cody's rational approximation in the form of
    /// G. West, "Better approximations to cumulative normal functions", Wilmott 2005.
    /// </summary>
    public static double Cdf(double x)
    {
        var z = Math.Abs(x);
        var tail = z > 37 ? 0 : Math.Exp(-z * z / 2) * (z < 7.07106781186547 ? Ratio(z) : Fraction(z));
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>Chance of a value above x, without cancellation in the upper tail.</summary>
    public static double Sf(double x) => Cdf(-x);

    private static double Ratio(double z)
    {
        var numerator = (((((((0.0352624965998911 * z) + 0.700383064443688) * z) + 6.37396220353165) * z) + 33.912866078383) * z)
            + 112.079291497871;
        numerator = (((numerator * z) + 221.213596169931) * z) + 220.206867912376;
        var denominator = (((((((0.0883883476483184 * z) + 1.75566716318264) * z) + 16.064177579207) * z) + 86.7807322029461) * z)
            + 296.564248779674;
        denominator = (((((denominator * z) + 637.333633378831) * z) + 793.826512519948) * z) + 440.413735824752;
        return numerator / denominator;
    }

    private static double Fraction(double z) =>
        1 / ((z + (1 / (z + (2 / (z + (3 / (z + (4 / (z + 0.65))))))))) * 2.506628274631);
}
