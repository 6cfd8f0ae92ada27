using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

public sealed class GaussHermiteTests
{
    /// <summary>Even moments of the standard normal distribution are (k − 1)!!, odd ones 0.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 3)]
    [InlineData(6, 15)]
    [InlineData(8, 105)]
    [InlineData(12, 10395)]
    [InlineData(20, 654729075)]
    public void Moments_are_exact(int power, double moment)
    {
        Assert.Equal(moment, Expectation(score => Math.Pow(score, power)), Math.Max(1, moment) * 1e-11);
    }

    [Fact]
    public void Twenty_one_nodes_lie_apart_and_around_zero()
    {
        var scores = GaussHermite.Scores.ToArray();

        Assert.Equal(21, scores.Distinct().Count());
        Assert.Equal(21, GaussHermite.Weights.Length);
        Assert.Equal(0, scores.Sum(), 1e-12);
        Assert.All(GaussHermite.Weights.ToArray(), weight => Assert.True(weight > 0));
    }

    [Fact]
    public void The_mean_of_a_log_normal_factor_is_one()
    {
        var variance = Math.Log(1 + (0.5 * 0.5));

        Assert.Equal(1, Expectation(score => Math.Exp((Math.Sqrt(variance) * score) - (variance / 2))), 1e-12);
    }

    private static double Expectation(Func<double, double> of)
    {
        double sum = 0;
        for (var node = 0; node < GaussHermite.Scores.Length; node++)
        {
            sum += GaussHermite.Weights[node] * of(GaussHermite.Scores[node]);
        }

        return sum;
    }
}
