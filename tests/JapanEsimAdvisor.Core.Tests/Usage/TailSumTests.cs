using CsCheck;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

/// <summary>The closed form against the sum term by term.</summary>
public sealed class TailSumTests
{
    [Theory]
    [InlineData(10, 0.25, 3, 1)]
    [InlineData(300, 1.2, 5, 0.5)]
    [InlineData(300, 0.05, 0, 1)]
    [InlineData(2, 0.6, 50, 0.1)]
    [InlineData(5, 0.4, 1, 40)]
    public void It_is_the_sum_of_its_terms(double mean, double squaredCv, double gb, double stepGb)
    {
        var use = new Lognormal(mean, squaredCv);

        Assert.Equal(Plain(use, gb, stepGb), TailSum.Of(use, gb, stepGb), 1e-8);
    }

    [Fact]
    public void It_is_so_for_any_use() =>
        Gen.Select(Gen.Double[0.05, 60], Gen.Double[0.03, 1.5], Gen.Double[0, 60], Gen.Double[0.1, 20]).Sample(
            (mean, squaredCv, gb, step) =>
                Math.Abs(TailSum.Of(new Lognormal(mean, squaredCv), gb, step) - Plain(new Lognormal(mean, squaredCv), gb, step)) < 1e-8,
            iter: 1_000);

    [Fact]
    public void Nothing_is_added_where_nothing_is_used() => Assert.Equal(0, TailSum.Of(default, 0, 1));

    [Fact]
    public void The_floor_of_top_ups_stays_below_them() =>
        Gen.Select(Gen.Double[0.02, 8], Gen.Int[1, 30], Gen.Double[0, 40], Gen.Double[0.1, 20]).Sample(
            (gbPerDay, days, gb, packGb) =>
            {
                var use = new CycleUse([new CycleRun(2, days, gb), new CycleRun(1, 1, gb)], 1);
                var demand = PooledDemand.Of([(gbPerDay, 0.5, 1)], A.Usage.Spread);
                var (least, expected) =
                    (ShortageModel.TopUpsAtLeast(use, demand, packGb), ShortageModel.ExpectedTopUps(use, demand, packGb));
                return least <= expected + 1e-9 && least >= ShortageModel.ShortfallGb(use, demand) / packGb - 1e-9;
            },
            iter: 1_000);

    private static double Plain(Lognormal use, double gb, double stepGb)
    {
        double sum = 0;
        for (var k = 0; k < 2_000_000; k++)
        {
            var chance = use.ChanceOver(gb + (k * stepGb));
            sum += chance;
            if (chance < 1e-15)
            {
                break;
            }
        }

        return sum;
    }
}
