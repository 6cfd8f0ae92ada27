using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Groups of cost rows.</summary>
public enum CostGroup
{
    Price,
    TopUps,
    Inconvenience,
}

/// <summary>One displayed row, rounded once.</summary>
/// <param name="Code">
/// One of price, top-ups, set-up-esim, swap-sim, identity-check, collect-router, carry-router, host-battery,
/// client-waiting, apart, limited-days.
/// </param>
/// <param name="Group">Group of the row.</param>
/// <param name="Amount">In the currency of the sheet, rounded to its minor unit.</param>
/// <param name="PlanId">Id of the plan for code price; else null.</param>
/// <param name="Buyer">Id of the traveler who buys for code price; else null.</param>
/// <param name="Buyers">Number of people of that traveler who buy, for code price; else 0.</param>
public sealed record CostRow(string Code, CostGroup Group, Money Amount, string? PlanId = null, string? Buyer = null, int Buyers = 0);

/// <summary>
/// The cost of a basket in the currency of the reader. The search uses unrounded yen. Here each row is rounded once,
/// and every total is the sum of the displayed rows.
/// </summary>
public sealed record CostSheet
{
    /// <summary>Price rows first, then the rows in the order of <see cref="CostParts.All"/>.</summary>
    public required ImmutableArray<CostRow> Rows { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The price divided by people and days, rounded.</summary>
    public required Money PerPersonPerDay { get; init; }

    /// <summary>The price divided by people, rounded.</summary>
    public required Money PerPerson { get; init; }

    /// <summary>Sum of the price rows.</summary>
    public Money Price => Sum(CostGroup.Price);

    /// <summary>Sum of the top-up rows.</summary>
    public Money ExpectedTopUps => Sum(CostGroup.TopUps);

    /// <summary>Sum of the rows of inconvenience.</summary>
    public Money Inconvenience => Sum(CostGroup.Inconvenience);

    /// <summary>Sum of all rows.</summary>
    public Money ExpectedTotal => new(Rows.Sum(row => row.Amount.Amount), Currency);

    /// <summary>The cost sheet of a basket.</summary>
    /// <param name="basket">The basket.</param>
    /// <param name="people">Number of people of the party, at least 1.</param>
    /// <param name="days">Number of days of the stay, at least 1.</param>
    /// <param name="currency">ISO 4217 code of a currency with a rate.</param>
    /// <param name="rates">Rates for yen.</param>
    /// <exception cref="KeyNotFoundException">The currency has no rate.</exception>
    public static CostSheet Of(Basket basket, int people, int days, string currency, ExchangeRates rates)
    {
        var rows = PriceRows(basket, currency, rates).Concat(OtherRows(basket, currency, rates)).ToImmutableArray();
        var price = rows.Where(row => row.Group == CostGroup.Price).Sum(row => row.Amount.Amount);
        return new CostSheet
        {
            Rows = rows,
            Currency = currency,
            PerPerson = Divide(price, people, currency, rates),
            PerPersonPerDay = Divide(price, people * days, currency, rates),
        };
    }

    /// <summary>
    /// Unrounded yen of one item of a bundle for all equal pods, with its unavoidable fees and the expected use of pay
    /// as you go.
    /// </summary>
    public static decimal YenOf(PlacedPod placed, BundleItem item, ExchangeRates rates) =>
        (item.Yen(rates) + (decimal)placed.Pod.Bundle!.YenForUse(placed.Pod.Demand.GbPerDay)) * placed.Times;

    private static Money Divide(decimal price, int by, string currency, ExchangeRates rates) =>
        new(Math.Round(price / by, rates.ByCurrency[currency].Decimals, MidpointRounding.AwayFromZero), currency);

    private static IEnumerable<CostRow> PriceRows(Basket basket, string currency, ExchangeRates rates) =>
        from placed in basket.Pods
        where placed.Pod.Bundle is not null
        from item in placed.Pod.Bundle!.Items
        let amount = rates.FromYen(YenOf(placed, item, rates), currency)
        select new CostRow("price", CostGroup.Price, amount, item.Plan.Id, placed.Host, placed.Times);

    /// <summary>A row of top-ups, and the rows of inconvenience that are not 0. Prices have their own rows.</summary>
    private static IEnumerable<CostRow> OtherRows(Basket basket, string currency, ExchangeRates rates) =>
        from part in CostParts.All
        where part.Group != CostGroup.Price
        let yen = basket.Pods.Sum(placed => part.Of(placed.Pod.Cost) * placed.Times)
        let row = new CostRow(part.Code, part.Group, rates.FromYen((decimal)yen, currency))
        where row.Group == CostGroup.TopUps || row.Amount.Amount != 0
        select row;

    private Money Sum(CostGroup group) => new(Rows.Where(row => row.Group == group).Sum(row => row.Amount.Amount), Currency);
}
