using System.Collections.Concurrent;
using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>What price, fees and set-up of a plan come to, whatever the stay: reckoned once for a catalog.</summary>
public sealed class PlanTerms
{
    private readonly ConcurrentDictionary<decimal, PriceCovers> _covers = new();

    private readonly decimal _yenPerUnit;

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

    public Plan Plan { get; }

    /// <summary>Rows of which more than a floor is known.</summary>
    public ImmutableArray<Price> Prices { get; }

    /// <summary>The one pack of a price table that holds nothing else; null where it holds more or less.</summary>
    public Price? SinglePack { get; }

    public ImmutableArray<Fee> Fees { get; }

    /// <summary>Currency of the price table.</summary>
    public string Currency { get; }

    /// <summary>Fees for each purchase, in <see cref="Currency"/>.</summary>
    public decimal FeesPerPurchase { get; }

    /// <summary>Unrounded yen of hassle for one profile or card, before the weight of the traveler's priority.</summary>
    public double SetUpYen { get; }

    /// <summary>Unrounded yen of hassle for showing papers, before the weight of the traveler's priority.</summary>
    public double IdentityCheckYen { get; }

    /// <summary>Unrounded yen for a gigabyte; 0 but for pay as you go.</summary>
    public double YenPerGb { get; }

    /// <summary>The cheapest cover by price, each purchase at so much more.</summary>
    /// <param name="perPurchase">In <see cref="Currency"/>.</param>
    public PriceCover Cover(int days, decimal perPurchase) =>
        _covers.GetOrAdd(perPurchase, static (each, rows) => new PriceCovers(rows, each), Prices).Cheapest(days);

    /// <summary>Hassle of each set-up in <see cref="Currency"/>; none where the plan is topped up instead of bought again.</summary>
    /// <param name="factor">Weight of inconvenience.</param>
    public decimal SetUpPerPurchase(double factor) => Plan.TopUp.Offered == true ? 0 : (decimal)(SetUpYen * factor) / _yenPerUnit;
}
