using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>A way to cover days from a price table.</summary>
/// <param name="Rows">Rows bought, longest first: (row, purchases, days paid for).</param>
public sealed record PriceCover(ImmutableArray<(Price Row, int Purchases, int Days)> Rows)
{
    public int Purchases => Rows.Sum(row => row.Purchases);

    /// <summary>Covers days at the least price, then with the fewest purchases.</summary>
    /// <param name="rows">Rows with a usable price, of one currency.</param>
    /// <param name="days">At least 1.</param>
    /// <param name="perPurchase">Added for each purchase when comparing, in the currency of the rows: fees and set-up.</param>
    public static PriceCover Cheapest(ImmutableArray<Price> rows, int days, decimal perPurchase) => new PriceCovers(rows, perPurchase).Cheapest(days);
}
