using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Tests.Oracles;

/// <summary>
/// The cheapest cover of a price table by listing covers: every count of every pack, beside no rate or each rate for
/// some days.
/// </summary>
public static class PlainCover
{
    /// <summary>Least price with so much more for each purchase, and the fewest purchases at that price.</summary>
    public static (decimal Cost, int Purchases) Of(ImmutableArray<Price> rows, int days, decimal perPurchase)
    {
        ImmutableArray<Price> packs = [.. rows.Where(row => !row.DayRate)];
        var covers = new List<(decimal, int)>();
        if (!packs.IsEmpty)
        {
            covers.AddRange(Packs(packs, 0, days, perPurchase));
        }

        foreach (var rate in rows.Where(row => row.DayRate))
        {
            for (var rated = 1; rated <= days; rated++)
            {
                covers.AddRange(Packs(packs, 0, days - rated, perPurchase).Select(
                    rest => (rest.Cost + (rate.Middle.Amount * rated) + perPurchase, rest.Purchases + 1)));
            }
        }

        return covers.Min();
    }

    private static IEnumerable<(decimal Cost, int Purchases)> Packs(ImmutableArray<Price> packs, int from, int days, decimal perPurchase)
    {
        if (days <= 0)
        {
            return [(0, 0)];
        }

        return Enumerable.Range(from, packs.Length - from).SelectMany(
            index => Packs(packs, index, days - packs[index].Days, perPurchase),
            (index, rest) => (rest.Cost + packs[index].Middle.Amount + perPurchase, rest.Purchases + 1));
    }
}
