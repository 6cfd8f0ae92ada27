using System.Collections.Concurrent;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Price, fees and set-up of a plan, for every stay. Computed once for a catalog. Safe for use by several threads.
/// </summary>
public sealed class PlanTerms
{
    private readonly ConcurrentDictionary<decimal, PriceCovers> _covers = new();

    private readonly decimal _yenPerUnit;

    /// <summary>Computes the terms of a plan of the catalog.</summary>
    public PlanTerms(Plan plan, CatalogSnapshot catalog)
    {
        Plan = plan;
        Prices = [.. plan.Prices.Where(price => !price.IsFloor)];
        Fees = [.. catalog.UnavoidableFees(plan)];
        Currency = Prices.IsEmpty ? plan.PricePerGb?.Currency ?? ExchangeRates.Yen : Prices[0].Currency;
        _yenPerUnit = catalog.Rates.ToYen(new Money(1, Currency));
        FeesPerPurchase = Fees.Where(fee => fee.Per == FeePer.Plan).Sum(fee => catalog.Rates.ToYen(fee.Middle)) / _yenPerUnit;
        SetUpYen = plan.Medium switch
        {
            Medium.Esim => catalog.Tariff.SetUpEsim,
            Medium.Sim => catalog.Tariff.SwapSim,
            _ => 0,
        };
        IdentityCheckYen = plan.IdentityCheck == true ? catalog.Tariff.IdentityCheck : 0;
        YenPerGb = plan is { Allowance.Kind: AllowanceKind.PayAsYouGo, PricePerGb: { } price } ? (double)catalog.Rates.ToYen(price) : 0;
        SinglePack = plan.Prices is [{ DayRate: false, IsFloor: false } only] ? only : null;
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Rows of the price table that are not only a floor.</summary>
    public ImmutableArray<Price> Prices { get; }

    /// <summary>The only row of the price table, where it is a pack; null for every other table.</summary>
    public Price? SinglePack { get; }

    /// <summary>Unavoidable fees of the seller and the plan.</summary>
    public ImmutableArray<Fee> Fees { get; }

    /// <summary>Currency of the price table.</summary>
    public string Currency { get; }

    /// <summary>Sum of the fees for one purchase, in <see cref="Currency"/>.</summary>
    public decimal FeesPerPurchase { get; }

    /// <summary>
    /// Unrounded yen of inconvenience for one profile or card, before the weight of the traveler's priority.
    /// </summary>
    public double SetUpYen { get; }

    /// <summary>
    /// Unrounded yen of inconvenience for an identity check, before the weight of the traveler's priority; 0 where
    /// there is none.
    /// </summary>
    public double IdentityCheckYen { get; }

    /// <summary>Unrounded yen for one GB of pay as you go; 0 for every other plan.</summary>
    public double YenPerGb { get; }

    /// <summary>The cheapest cover when each purchase costs an extra amount.</summary>
    /// <param name="days">Number of days to cover, at least 1.</param>
    /// <param name="perPurchase">Extra amount of each purchase, in <see cref="Currency"/>.</param>
    public PriceCover Cover(int days, decimal perPurchase) =>
        _covers.GetOrAdd(perPurchase, static (each, rows) => new PriceCovers(rows, each), Prices).Cheapest(days);

    /// <summary>
    /// Inconvenience of each set-up, in <see cref="Currency"/>; 0 where the buyer tops up and does not buy again.
    /// </summary>
    /// <param name="factor">Weight of inconvenience, above 0.</param>
    public decimal SetUpPerPurchase(double factor) => Plan.TopUp.Offered == true ? 0 : (decimal)(SetUpYen * factor) / _yenPerUnit;
}
