using System.Collections.Immutable;
using CsCheck;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Tests.Plans;

public sealed class PriceCoverTests
{
    private static readonly Gen<Price> AnyRow =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 60], Gen.Int[0, 4])
            .Select((days, price, kind) => kind == 0 ? A.Rate(price * 2) : A.Price(days, price * 10));

    [Fact]
    public void The_cheapest_cover_of_ten_days_is_seven_and_three()
    {
        var cover = PriceCover.Cheapest([A.Price(3, 900), A.Price(7, 1500), A.Price(30, 4000)], 10, 0);

        Assert.Equal([(7, 1), (3, 1)], cover.Rows.Select(row => (row.Row.Days, row.Purchases)));
    }

    [Fact]
    public void A_charge_for_each_purchase_makes_one_long_pack_cheaper()
    {
        ImmutableArray<Price> rows = [A.Price(5, 1000), A.Price(15, 2200)];

        Assert.Equal(2, PriceCover.Cheapest(rows, 10, 0).Purchases);
        Assert.Equal(1, PriceCover.Cheapest(rows, 10, 300).Purchases);
    }

    [Fact]
    public void A_rate_for_a_day_is_bought_in_one_purchase()
    {
        var cover = PriceCover.Cheapest([A.Rate(100)], 10, 500);

        Assert.Equal((1, 10), (cover.Purchases, cover.Rows[0].Days));
    }

    [Fact]
    public void A_rate_fills_what_a_pack_leaves()
    {
        var cover = PriceCover.Cheapest([A.Rate(200), A.Price(7, 800)], 9, 0);

        Assert.Equal([(7, 1, 7), (1, 1, 2)], cover.Rows.Select(row => (row.Row.Days, row.Purchases, row.Days)));
    }

    [Fact]
    public void Of_equal_prices_the_cover_with_fewer_purchases_is_taken()
    {
        Assert.Equal(1, PriceCover.Cheapest([A.Price(5, 500), A.Price(10, 1000)], 10, 0).Purchases);
    }

    [Fact]
    public void No_way_to_cover_the_days_is_cheaper()
    {
        Gen.Select(AnyRow.Array[1, 4], Gen.Int[1, 22], Gen.Int[0, 200]).Sample(
            (rows, days, perPurchase) =>
            {
                var cover = PriceCover.Cheapest([.. rows], days, perPurchase);
                return cover.Rows.Sum(row => row.Days) >= days && CostOf(cover, perPurchase) == Cheapest(rows, days, perPurchase);
            },
            iter: 300);
    }

    private static decimal CostOf(PriceCover cover, decimal perPurchase) =>
        cover.Rows.Sum(row => (row.Row.Middle.Amount * (row.Row.DayRate ? row.Days : row.Purchases)) + (perPurchase * row.Purchases));

    /// <summary>Tries every number of days at each rate, beside every count of every pack.</summary>
    private static decimal Cheapest(Price[] rows, int days, decimal perPurchase)
    {
        var best = Packs([.. rows.Where(row => !row.DayRate)], 0, days, perPurchase);
        foreach (var rate in rows.Where(row => row.DayRate))
        {
            for (var rated = 1; rated <= days; rated++)
            {
                var rest = Packs([.. rows.Where(row => !row.DayRate)], 0, days - rated, perPurchase);
                best = Math.Min(best, rest == decimal.MaxValue ? rest : rest + (rate.Middle.Amount * rated) + perPurchase);
            }
        }

        return best;
    }

    private static decimal Packs(Price[] packs, int from, int days, decimal perPurchase)
    {
        if (days <= 0)
        {
            return 0;
        }

        var best = decimal.MaxValue;
        for (var row = from; row < packs.Length; row++)
        {
            var rest = Packs(packs, row, days - packs[row].Days, perPurchase);
            best = Math.Min(best, rest == decimal.MaxValue ? rest : rest + packs[row].Middle.Amount + perPurchase);
        }

        return best;
    }
}
