namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// Log-normal use over a time, GB: <c>σ² = ln(1 + CV²)</c>, <c>μ = ln(mean) − σ²/2</c> (decision model, section 1). A
/// mean of 0 is no use at all.
/// </summary>
public readonly record struct Lognormal
{
    private readonly double _mu;

    private readonly double _sigma;

    /// <summary>Use with a mean and a coefficient of variation.</summary>
    /// <param name="mean">GB, at least 0.</param>
    /// <param name="squaredCv">Squared coefficient of variation, above 0 where the mean is above 0.</param>
    public Lognormal(double mean, double squaredCv)
    {
        var variance = Math.Log(1 + squaredCv);
        Mean = mean;
        _sigma = Math.Sqrt(variance);
        _mu = mean > 0 ? Math.Log(mean) - (variance / 2) : double.NegativeInfinity;
    }

    /// <summary>Expected use, GB.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the logarithm.</summary>
    public double Sigma => _sigma;

    /// <summary>Chance of more use than an amount: Q(amount), 0 to 1.</summary>
    public double ChanceOver(double amount) => Mean <= 0 ? 0 : amount <= 0 ? 1 : Normal.Sf((Math.Log(amount) - _mu) / _sigma);

    /// <summary>
    /// Density f per GB and its second derivative, with <c>(ln f)′ = −(z/σ + 1)/t</c>. Both are 0 where the mean is 0.
    /// </summary>
    /// <param name="amount">t, GB, above 0.</param>
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

    /// <summary>The quantile F⁻¹ at a chance, GB.</summary>
    /// <param name="z">Standard normal quantile of the chance.</param>
    public double AtStandardScore(double z) => Mean <= 0 ? 0 : Math.Exp(_mu + (_sigma * z));

    /// <summary>
    /// Expected use over an amount, GB: <c>E[T] − E[min(T, g)]</c>, with
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
