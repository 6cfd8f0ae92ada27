using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

public sealed class AmountDistributionTests
{
    private static readonly AmountDistribution Coin = AmountDistribution.Of([(0, 0.5), (100, 0.5)]);

    [Fact]
    public void A_quantile_is_the_smallest_amount_that_is_not_passed_often_enough()
    {
        var packs = AmountDistribution.Of([(0, 0.5), (1, 0.3), (2, 0.15), (7, 0.05)]);

        Assert.All(
            [(0.1, 0.0), (0.5, 0), (0.51, 1), (0.8, 1), (0.9, 2), (0.95, 2), (0.96, 7)],
            quantile => Assert.Equal(quantile.Item2, packs.Quantile(quantile.Item1)));
        Assert.Equal(7, packs.Quantile(1));
        Assert.Equal(0.95, packs.Mean, 12);
    }

    [Fact]
    public void What_lies_over_an_amount_is_counted_without_it()
    {
        var packs = AmountDistribution.Of([(0, 0.5), (1, 0.3), (2, 0.2)]);

        Assert.All([(-1.0, 1.0), (0, 0.5), (1, 0.2), (2, 0)], over => Assert.Equal(over.Item2, packs.ChanceOver(over.Item1), 12));
        Assert.Equal(0.7, packs.ExpectedOver(0), 12);
        Assert.Equal(0.1, packs.ExpectedOver(1.5), 12);
    }

    [Fact]
    public void Four_coins_make_a_binomial()
    {
        var four = Coin.Times(4);

        Assert.Equal([1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0], Enumerable.Range(0, 5)
            .Select(heads => Math.Round(four.ChanceOver((heads * 100) - 1) - four.ChanceOver((heads * 100) + 1), 12)));
        Assert.Equal(200, four.Quantile(0.5), 9);
        Assert.Equal(Coin.Plus(Coin).Plus(Coin).Quantile(0.9), Coin.Times(3).Quantile(0.9), 9);
    }

    [Fact]
    public void A_mixture_weighs_what_it_mixes()
    {
        var mixed = AmountDistribution.Mix([Coin, AmountDistribution.Nothing], [1, 3]);

        Assert.Equal(12.5, mixed.Mean, 12);
        Assert.Equal(0.125, mixed.ChanceOver(50), 12);
        Assert.Equal(100, mixed.Quantile(0.9));
    }

    [Fact]
    public void Amounts_of_unlike_prices_stay_apart()
    {
        var sum = Coin.Plus(AmountDistribution.Of([(0, 0.5), (101, 0.5)]));

        Assert.Equal(4, sum.Count);
        Assert.All(
            [(0.25, 0.0), (0.5, 100), (0.75, 101), (1, 201)],
            quantile => Assert.Equal(quantile.Item2, sum.Quantile(quantile.Item1), 9));
    }

    [Fact]
    public void The_unlikely_is_joined_without_changing_the_mean()
    {
        var thousand = AmountDistribution.Of(Enumerable.Range(0, 10_000).Select(amount => ((double)amount, 1e-4)));
        var sum = thousand.Plus(thousand).Times(3);

        Assert.InRange(thousand.Count, 100, 512);
        Assert.InRange(sum.Count, 100, 512);
        Assert.Equal(4999.5, thousand.Mean, 6);
        Assert.Equal(6 * 4999.5, sum.Mean, 6);
        Assert.Equal(5000, thousand.Quantile(0.5), 40.0);
    }

    [Fact]
    public void Nothing_is_nothing_whatever_is_done_to_it()
    {
        var nothing = AmountDistribution.Nothing;

        Assert.Equal(0, nothing.Plus(nothing).Times(5).Scaled(3).Quantile(1));
        Assert.Equal((0, 0, 0), (nothing.Mean, nothing.ChanceOver(0), nothing.ExpectedOver(0)));
    }
}
