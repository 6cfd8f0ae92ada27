using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Advice;

public enum CostGroup
{
    Price,
    TopUps,
    Inconvenience,
}

/// <summary>One displayed row, rounded once.</summary>
/// <param name="Code">price, top-ups, set-up-esim, swap-sim, identity-check, collect-router, carry-router, host-battery, client-waiting, apart, limited-days.</param>
/// <param name="PlanId">For rows of code price.</param>
/// <param name="Buyer">Traveler id, for rows of code price.</param>
/// <param name="Buyers">So many people alike of that traveler.</param>
public sealed record CostRow(string Code, CostGroup Group, Money Amount, string? PlanId = null, string? Buyer = null, int Buyers = 0);

/// <summary>
/// The cost of a basket in the reader's currency. The search ran in unrounded yen; here money is rounded once for each row, and every total is the
/// sum of the rows shown.
/// </summary>
public sealed record CostSheet
{
    public required ImmutableArray<CostRow> Rows { get; init; }

    public required string Currency { get; init; }

    public required Money PerPersonPerDay { get; init; }

    public required Money PerPerson { get; init; }

    public Money Price => Sum(CostGroup.Price);

    public Money ExpectedTopUps => Sum(CostGroup.TopUps);

    public Money Inconvenience => Sum(CostGroup.Inconvenience);

    public Money ExpectedTotal => new(Rows.Sum(row => row.Amount.Amount), Currency);

    public static CostSheet Of(Basket basket, int people, int days, string currency, ExchangeRates rates)
    {
        var rows = PriceRows(basket, currency, rates).Concat(HassleRows(basket, currency, rates)).ToImmutableArray();
        var price = rows.Where(row => row.Group == CostGroup.Price).Sum(row => row.Amount.Amount);
        return new CostSheet
        {
            Rows = rows,
            Currency = currency,
            PerPerson = Divide(price, people, currency, rates),
            PerPersonPerDay = Divide(price, people * days, currency, rates),
        };
    }

    /// <summary>Unrounded yen of one item of a bundle with its unavoidable fees and, for pay as you go, the expected use.</summary>
    public static decimal YenOf(PlacedPod placed, BundleItem item, ExchangeRates rates) =>
        (item.Yen(rates) + (decimal)placed.Pod.Bundle!.YenForUse(placed.Pod.Demand.GbPerDay)) * placed.Times;

    private static Money Divide(decimal price, int by, string currency, ExchangeRates rates) =>
        new(Math.Round(price / by, rates.ByCurrency[currency].Decimals, MidpointRounding.AwayFromZero), currency);

    private static IEnumerable<CostRow> PriceRows(Basket basket, string currency, ExchangeRates rates) =>
        from placed in basket.Pods
        where placed.Pod.Bundle is not null
        from item in placed.Pod.Bundle!.Items
        select new CostRow("price", CostGroup.Price, rates.FromYen(YenOf(placed, item, rates), currency), item.Plan.Id, placed.Host, placed.Times);

    /// <summary>Top-ups always, hassle only where there is some. Prices have rows of their own.</summary>
    private static IEnumerable<CostRow> HassleRows(Basket basket, string currency, ExchangeRates rates) =>
        from part in CostParts.All
        where part.Group != CostGroup.Price
        let yen = basket.Pods.Sum(placed => part.Of(placed.Pod.Cost) * placed.Times)
        let row = new CostRow(part.Code, part.Group, rates.FromYen((decimal)yen, currency))
        where row.Group == CostGroup.TopUps || row.Amount.Amount != 0
        select row;

    private Money Sum(CostGroup group) => new(Rows.Where(row => row.Group == group).Sum(row => row.Amount.Amount), Currency);
}
