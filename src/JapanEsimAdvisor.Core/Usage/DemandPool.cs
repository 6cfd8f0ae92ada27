using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Usage;

/// <summary>Adds up the use of people who share one allowance. The default value contains nobody.</summary>
internal record struct DemandPool
{
    /// <summary>Σm.</summary>
    private double _sum;

    /// <summary>Σ mᵢ².</summary>
    private double _squares;

    /// <summary>Σ mᵢ² cpᵢ².</summary>
    private double _squaresOwn;

    /// <summary>Adds people who are alike.</summary>
    /// <param name="gbPerDay">m: mean use of one person, GB a day, at least 0.</param>
    /// <param name="personCv">cp: coefficient of variation of the person, at least 0.</param>
    /// <param name="times">Number of people, at least 0.</param>
    public void Add(double gbPerDay, double personCv, int times)
    {
        _sum += times * gbPerDay;
        _squares += times * gbPerDay * gbPerDay;
        _squaresOwn += times * gbPerDay * gbPerDay * personCv * personCv;
    }

    /// <summary>The pooled use, by the formulas of <see cref="PooledDemand"/>.</summary>
    public readonly PooledDemand Demand(UsageSpread spread)
    {
        if (_sum <= 0)
        {
            return default;
        }

        var own = _squaresOwn / (_sum * _sum);
        var day = (_squares + _squaresOwn) / (_sum * _sum) * spread.DayToDay * spread.DayToDay / (1 + own);
        return new PooledDemand(_sum, ((1 + (spread.WholeTrip * spread.WholeTrip)) * (1 + own)) - 1, own, day);
    }
}
