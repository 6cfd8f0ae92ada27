namespace JapanEsimAdvisor.Core.Usage;

/// <summary>
/// The expected use of a pool after some days were observed (method, section 6). Prior and observed days are
/// log-normal, so the logarithm of the pool's factor is normal again, with <c>v = s_p² s_k²/(s_p² + s_k²)</c> and mean
/// <c>w(−s_p²/2) + (1 − w)(ln(S/(k·m)) + s_k²/2)</c>.
/// </summary>
public static class Posterior
{
    /// <summary>
    /// The updated pool: <c>m·e^{mean + v/2}</c> GB a day and <c>CP² = e^v − 1</c>. The variation from day to day stays
    /// the same. The formulas of sections 1 and 2 then apply to the days left. The observation does not separate people
    /// and trip, so all of CP² counts as the people's own.
    /// </summary>
    /// <param name="demand">The pool before the trip. A pool that uses nothing does not change.</param>
    /// <param name="days">k, days of use observed. With 0 the pool does not change.</param>
    /// <param name="usedGb">S, GB used on these days.</param>
    /// <param name="minimumShare">Use below this share of <c>k·m</c> counts as this share, above 0.</param>
    public static PooledDemand Of(PooledDemand demand, double days, double usedGb, double minimumShare)
    {
        if (days <= 0 || demand.GbPerDay <= 0)
        {
            return demand;
        }

        var expected = days * demand.GbPerDay;
        var (prior, seen) = (Math.Log(1 + demand.SquaredPersonCv), Math.Log(1 + (demand.SquaredDayCv / days)));
        var ofPrior = seen / (prior + seen);
        var variance = prior * ofPrior;
        var mean = (ofPrior * -prior / 2)
            + ((1 - ofPrior) * (Math.Log(Math.Max(usedGb, minimumShare * expected) / expected) + (seen / 2)));
        var squaredCv = Math.Exp(variance) - 1;
        return demand with
        {
            GbPerDay = demand.GbPerDay * Math.Exp(mean + (variance / 2)),
            SquaredPersonCv = squaredCv,
            SquaredOwnCv = squaredCv,
        };
    }
}
