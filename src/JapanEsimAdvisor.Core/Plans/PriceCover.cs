using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>Rows of a price table that together cover a number of days.</summary>
/// <param name="Rows">Each row with its number of purchases and of days paid for, longest row first.</param>
public sealed record PriceCover(ImmutableArray<(Price Row, int Purchases, int Days)> Rows)
{
    /// <summary>Number of purchases.</summary>
    public int Purchases => Rows.Sum(row => row.Purchases);

    /// <summary>The cheapest cover. Of equal ones, the cover with the fewest purchases.</summary>
    /// <param name="rows">Rows with a usable price, at least one, of one currency.</param>
    /// <param name="days">Number of days to cover, at least 1.</param>
    /// <param name="perPurchase">
    /// Extra amount of each purchase for the comparison (fees and set-up), in the currency of the rows.
    /// </param>
    public static PriceCover Cheapest(ImmutableArray<Price> rows, int days, decimal perPurchase) =>
        new PriceCovers(rows, perPurchase).Cheapest(days);
}
