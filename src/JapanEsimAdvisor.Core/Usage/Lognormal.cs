namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// Use over a time, log-normal: <c>σ² = ln(1 + CV²)</c>, <c>μ = ln(mean) − σ²/2</c> (decision model, section 1). A mean of zero is use that
/// never happens: nothing runs short.
/// </summary>
public readonly record struct Lognormal
{
    private readonly double _mu;

    private readonly double _sigma;

    /// <param name="mean">At least 0.</param>
    /// <param name="squaredCv">Squared coefficient of variation, above 0 where the mean is.</param>
    public Lognormal(double mean, double squaredCv)
    {
        var variance = Math.Log(1 + squaredCv);
        Mean = mean;
        _sigma = Math.Sqrt(variance);
        _mu = mean > 0 ? Math.Log(mean) - (variance / 2) : double.NegativeInfinity;
    }

    public double Mean { get; }

    /// <summary>Standard deviation of the logarithm.</summary>
    public double Sigma => _sigma;

    /// <summary>Chance of using more than an amount: Q(amount).</summary>
    public double ChanceOver(double amount) => Mean <= 0 ? 0 : amount <= 0 ? 1 : Normal.Sf((Math.Log(amount) - _mu) / _sigma);

    /// <summary>Density f per GB and its second derivative, with <c>(ln f)′ = −(z/σ + 1)/t</c>; 0 where nothing is used.</summary>
    /// <param name="amount">t, above 0.</param>
    public (double Density, double Curvature) DensityAt(double amount)
    {
        if (Mean <= 0)
        {
            return default;
        }

        var z = (Math.Log(amount) - _mu) / _sigma;
        var density = Math.Exp(-z * z / 2) / (Math.Sqrt(2 * Math.PI) * _sigma * amount);
        var slope = (z / _sigma) + 1;
        return (density, density * ((slope * slope) + slope - (1 / (_sigma * _sigma))) / (amount * amount));
    }

    /// <summary>The amount not passed with a chance: F⁻¹.</summary>
    /// <param name="z">Standard normal quantile of the chance.</param>
    public double AtStandardScore(double z) => Mean <= 0 ? 0 : Math.Exp(_mu + (_sigma * z));

    /// <summary>
    /// Expected use past an amount: <c>E[T] − E[min(T, g)]</c>, with
    /// <c>E[min(T,g)] = E[T]·Φ((ln g − μ − σ²)/σ) + g·(1 − Φ((ln g − μ)/σ))</c>.
    /// </summary>
    public double ExpectedOver(double amount)
    {
        if (Mean <= 0)
        {
            return 0;
        }

        if (amount <= 0)
        {
            return Mean;
        }

        var z = (Math.Log(amount) - _mu) / _sigma;
        return Math.Max(0, (Mean * Normal.Sf(z - _sigma)) - (amount * Normal.Sf(z)));
    }
}
