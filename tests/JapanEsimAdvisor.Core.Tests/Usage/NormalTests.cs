using CsCheck;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

public sealed class NormalTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(1.6448536269514722, 0.95)]
    [InlineData(-3, 0.0013498980316300946)]
    public void The_distribution_has_its_known_values(double x, double chance)
    {
        Assert.Equal(chance, Normal.Cdf(x), 1e-14);
    }

    [Theory]
    [InlineData(6, 9.865876450376981e-10)]
    [InlineData(8, 6.220960574271785e-16)]
    [InlineData(10, 7.619853024160527e-24)]
    [InlineData(40, 0)]
    public void The_upper_tail_does_not_cancel_out(double x, double chance)
    {
        Assert.Equal(1, chance == 0 ? 1 : Normal.Sf(x) / chance, 1e-6);
        Assert.True(Normal.Sf(x) >= 0);
    }

    [Fact]
    public void The_distribution_rises_and_is_symmetric()
    {
        Gen.Select(Gen.Double[-9, 9], Gen.Double[0, 3]).Sample((x, step) =>
            Normal.Cdf(x) <= Normal.Cdf(x + step) && Math.Abs(Normal.Cdf(x) + Normal.Cdf(-x) - 1) < 1e-14);
    }
}
