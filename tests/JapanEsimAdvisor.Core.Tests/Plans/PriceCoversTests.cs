using System.Collections.Immutable;
using CsCheck;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Tests.Oracles;

namespace JapanEsimAdvisor.Core.Tests.Plans;

public sealed class PriceCoversTests
{
    private static readonly Gen<Price> AnyRow = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 20], Gen.Bool)
        .Select((days, hundreds, isRate) => isRate ? A.Rate(hundreds * 20) : A.Price(days, hundreds * 100));

    [Fact]
    public void Whatever_was_asked_before_the_cover_is_the_cheapest_with_fewest_purchases() =>
        Gen.Select(AnyRow.Array[1, 3], Gen.Int[1, 16].Array[1, 5], Gen.Int[0, 200]).Sample(
            (rows, asked, perPurchase) =>
            {
                ImmutableArray<Price> table = [.. rows];
                var covers = new PriceCovers(table, perPurchase);
                return asked.All(days => Of(covers.Cheapest(days), perPurchase, days) == PlainCover.Of(table, days, perPurchase));
            },
            iter: 300);

    [Fact]
    public void A_longer_stay_does_not_change_what_is_told_of_a_shorter_one()
    {
        var covers = new PriceCovers([A.Price(3, 900), A.Price(7, 1500), A.Price(30, 4000)], 0);
        var before = covers.Cheapest(10);

        covers.Cheapest(300);

        Assert.Equal(before.Rows, covers.Cheapest(10).Rows);
    }

    private static (decimal Cost, int Purchases) Of(PriceCover cover, decimal perPurchase, int days)
    {
        Assert.True(cover.Rows.Sum(row => row.Days) >= days);
        return (
            cover.Rows.Sum(row => (row.Row.Middle.Amount * (row.Row.DayRate ? row.Days : row.Purchases)) + (perPurchase * row.Purchases)),
            cover.Purchases);
    }
}
