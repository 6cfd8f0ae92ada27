using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// The use of several people on one allowance (decision model, section 1): with weights <c>wᵢ = mᵢ/Σm</c>,
/// <c>CP² = (1 + cg²)(1 + Σ wᵢ² cpᵢ²) − 1</c> and <c>CD² = Σ wᵢ² (1 + cpᵢ²) cdᵢ² / (1 + Σ wᵢ² cpᵢ²)</c>.
/// </summary>
/// <param name="GbPerDay">Σm.</param>
/// <param name="SquaredPersonCv">CP², with the factor that is common to the whole trip.</param>
/// <param name="SquaredOwnCv">Σ wᵢ² cpᵢ²: what of CP² is the people's own.</param>
/// <param name="SquaredDayCv">CD².</param>
public readonly record struct PooledDemand(double GbPerDay, double SquaredPersonCv, double SquaredOwnCv, double SquaredDayCv)
{
    /// <summary>Pools weighted sums.</summary>
    /// <param name="sum">Σm.</param>
    /// <param name="squaresOwn">Σ mᵢ² cpᵢ².</param>
    /// <param name="squares">Σ mᵢ².</param>
    public static PooledDemand Pool(double sum, double squaresOwn, double squares, UsageSpread spread)
    {
        if (sum <= 0)
        {
            return default;
        }

        var own = squaresOwn / (sum * sum);
        var day = (squares + squaresOwn) / (sum * sum) * spread.DayToDay * spread.DayToDay / (1 + own);
        return new PooledDemand(sum, ((1 + (spread.WholeTrip * spread.WholeTrip)) * (1 + own)) - 1, own, day);
    }

    /// <summary>Use over a cycle: log-normal with <c>CV² = (1 + CP²)(1 + CD²/L) − 1</c>.</summary>
    /// <param name="mean">GB in the cycle.</param>
    /// <param name="days">L, days in the cycle.</param>
    public Lognormal Over(double mean, double days) => new(mean, ((1 + SquaredPersonCv) * (1 + (SquaredDayCv / days))) - 1);

    /// <summary>Use over a cycle once the person's factor is known: only days differ.</summary>
    public Lognormal OverGivenPerson(double mean, double days) => new(mean, SquaredDayCv / days);

    /// <summary>The same pool once the factor common to the whole trip is known.</summary>
    public PooledDemand GivenWholeTrip(double factor) => this with { GbPerDay = GbPerDay * factor, SquaredPersonCv = SquaredOwnCv };
}
