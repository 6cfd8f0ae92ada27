using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// The use of several people on one allowance (decision model, section 1): with weights <c>wᵢ = mᵢ/Σm</c>,
/// <c>CP² = (1 + cg²)(1 + Σ wᵢ² cpᵢ²) − 1</c> and <c>CD² = Σ wᵢ² (1 + cpᵢ²) cdᵢ² / (1 + Σ wᵢ² cpᵢ²)</c>.
/// </summary>
/// <param name="GbPerDay">Σm: mean use, GB a day.</param>
/// <param name="SquaredPersonCv">CP², with the factor that is common to the whole trip.</param>
/// <param name="SquaredOwnCv">Σ wᵢ² cpᵢ²: the part of CP² that belongs to the people and not to the trip.</param>
/// <param name="SquaredDayCv">CD²: squared coefficient of variation from day to day.</param>
public readonly record struct PooledDemand(double GbPerDay, double SquaredPersonCv, double SquaredOwnCv, double SquaredDayCv)
{
    /// <summary>Pools people who share one allowance. The result is the default where nobody uses data.</summary>
    /// <param name="people">Mean use m in GB a day, at least 0; cp, at least 0; number of people who are alike.</param>
    /// <param name="spread">Coefficients of variation of the day and of the whole trip.</param>
    public static PooledDemand Of(IEnumerable<(double GbPerDay, double PersonCv, int Count)> people, UsageSpread spread)
    {
        var pool = default(DemandPool);
        foreach (var (gbPerDay, personCv, count) in people)
        {
            pool.Add(gbPerDay, personCv, count);
        }

        return pool.Demand(spread);
    }

    /// <summary>Use over a cycle: log-normal with <c>CV² = (1 + CP²)(1 + CD²/L) − 1</c>.</summary>
    /// <param name="mean">Mean use, GB in the cycle.</param>
    /// <param name="days">L, days in the cycle.</param>
    public Lognormal Over(double mean, double days) => new(mean, ((1 + SquaredPersonCv) * (1 + (SquaredDayCv / days))) - 1);

    /// <summary>Use over a cycle when the factor of the person is known: only days differ.</summary>
    /// <param name="mean">Mean use, GB in the cycle.</param>
    /// <param name="days">L, days in the cycle.</param>
    public Lognormal OverGivenPerson(double mean, double days) => new(mean, SquaredDayCv / days);

    /// <summary>The same pool when the factor common to the whole trip is known.</summary>
    /// <param name="factor">Above 0.</param>
    public PooledDemand GivenWholeTrip(double factor) => this with { GbPerDay = GbPerDay * factor, SquaredPersonCv = SquaredOwnCv };
}
