using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Candidates;

/// <summary>The cheapest way to cover days from a price table: unbounded covering over (days, price).</summary>
/// <param name="Rows">Rows bought, longest first: (row, purchases, days paid for).</param>
public sealed record PriceCover(ImmutableArray<(Price Row, int Purchases, int Days)> Rows)
{
    public int Purchases => Rows.Sum(row => row.Purchases);

    /// <summary>Covers days at the least price, then with the fewest purchases.</summary>
    /// <param name="rows">Rows with a usable price, of one currency.</param>
    /// <param name="days">At least 1.</param>
    /// <param name="perPurchase">Added for each purchase when comparing, in the currency of the rows: fees and set-up.</param>
    public static PriceCover Cheapest(ImmutableArray<Price> rows, int days, decimal perPurchase)
    {
        var packs = rows.Where(row => !row.DayRate).ToImmutableArray();
        var best = packs.IsEmpty ? null : FromPacks(packs, Table(packs, days, perPurchase), days);
        foreach (var rate in rows.Where(row => row.DayRate))
        {
            best = Better(best, WithRate(rate, packs, days, perPurchase), perPurchase);
        }

        return best!;
    }

    private decimal Compared(decimal perPurchase) =>
        Rows.Sum(row => row.Row.DayRate ? row.Row.Middle.Amount * row.Days : row.Row.Middle.Amount * row.Purchases) + (perPurchase * Purchases);

    private static PriceCover Better(PriceCover? one, PriceCover other, decimal perPurchase) =>
        one is null || (other.Compared(perPurchase), other.Purchases).CompareTo((one.Compared(perPurchase), one.Purchases)) < 0 ? other : one;

    private static PriceCover WithRate(Price rate, ImmutableArray<Price> packs, int days, decimal perPurchase)
    {
        var best = new PriceCover([(rate, 1, days)]);
        if (packs.IsEmpty)
        {
            return best;
        }

        var table = Table(packs, days, perPurchase);
        for (var rated = 1; rated < days; rated++)
        {
            var mixed = FromPacks(packs, table, days - rated);
            best = Better(best, new PriceCover(mixed.Rows.Add((rate, 1, rated))), perPurchase);
        }

        return best;
    }

    private static (decimal Cost, int Purchases, int Row)[] Table(ImmutableArray<Price> packs, int days, decimal perPurchase)
    {
        var table = new (decimal Cost, int Purchases, int Row)[days + 1];
        for (var day = 1; day <= days; day++)
        {
            table[day] = (decimal.MaxValue, int.MaxValue, -1);
            for (var row = 0; row < packs.Length; row++)
            {
                var rest = table[Math.Max(0, day - packs[row].Days)];
                var (cost, purchases) = (rest.Cost + packs[row].Middle.Amount + perPurchase, rest.Purchases + 1);
                if ((cost, purchases).CompareTo((table[day].Cost, table[day].Purchases)) < 0)
                {
                    table[day] = (cost, purchases, row);
                }
            }
        }

        return table;
    }

    private static PriceCover FromPacks(ImmutableArray<Price> packs, (decimal Cost, int Purchases, int Row)[] table, int days)
    {
        var counts = new int[packs.Length];
        for (var day = days; day > 0; day -= packs[table[day].Row].Days)
        {
            counts[table[day].Row]++;
        }

        return new PriceCover(
            [.. packs.Select((row, index) => (Row: row, Purchases: counts[index], Days: counts[index] * row.Days))
                .Where(row => row.Purchases > 0)
                .OrderByDescending(row => row.Row.Days)]);
    }
}
