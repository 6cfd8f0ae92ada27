using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Yardsticks.Samples;

/// <summary>
/// Catalogs of any size: plans drawn from a real one, each with a price, an allowance and an id of its own. Sellers
/// stay as many as they are, so that a large catalog is also one of many packs a seller.
/// </summary>
public static class SyntheticCatalog
{
    private const double LeastGb = 0.5;

    /// <param name="real">Catalog to draw from.</param>
    /// <param name="plans">How many plans to draw, above 0.</param>
    /// <param name="seed">The same seed, the same catalog.</param>
    public static CatalogSnapshot Of(CatalogSnapshot real, int plans, int seed = 7)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plans, 1);
        var random = new Random(seed);
        var drawn = Enumerable.Range(0, plans)
            .Select(index => Varied(real.Plans[random.Next(real.Plans.Length)], index, real.Rates, random))
            .ToList();
        return real with
        {
            Version = FormattableString.Invariant($"synthetic-{plans}-{seed}"),
            Plans = [.. drawn.OrderBy(plan => plan.Id, StringComparer.Ordinal)],
        };
    }

    /// <summary>Three quarters to one and a half times the price, 0.7 to 1.5 times the data, in half gigabytes.</summary>
    private static Plan Varied(Plan plan, int index, ExchangeRates rates, Random random)
    {
        var (price, data) = ((decimal)(0.75 + (random.NextDouble() * 0.8)), 0.7 + (random.NextDouble() * 0.8));
        return plan with
        {
            Id = FormattableString.Invariant($"{plan.Id}-{index}"),
            Prices = [.. plan.Prices.Select(listed => Times(listed, price, rates))],
            Allowance = plan.Allowance with { Gb = plan.Allowance.Gb is { } gb ? Math.Max(LeastGb, Math.Round(gb * data * 2) / 2) : null },
        };
    }

    private static Price Times(Price listed, decimal factor, ExchangeRates rates)
    {
        var decimals = rates.ByCurrency[listed.Currency].Decimals;
        return listed with
        {
            Low = Math.Round(listed.Low * factor, decimals),
            High = listed.High is { } high ? Math.Round(high * factor, decimals) : null,
        };
    }
}
