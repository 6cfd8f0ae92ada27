using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

/// <summary>The distributions have the chances and the means that the closed forms give.</summary>
public sealed class ExtraUseTests
{
    public static TheoryData<double, double, CycleRun[], double> Cases => new()
    {
        { 0.7, 0.5, [new(1, 10, 7)], 1 },
        { 0.7, 0.2, [new(1, 10, 7)], 3 },
        { 2, 0.5, [new(1, 7, 10), new(1, 3, 10)], 2 },
        { 0.5, 0.35, [new(3, 7, 3)], 1 },
        { 1, 0.5, [new(2, 30, 20)], 5 },
        { 3, 0.5, [new(1, 30, 20)], 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Packs_have_the_expected_number_and_the_chance_of_none_of_a_fine_integral(
        double gb, double cv, CycleRun[] runs, double packGb)
    {
        var (use, demand) = (new CycleUse([.. runs], 1), Person(gb, cv));
        var packs = ExtraUse.Packs(use, demand, packGb).Whole();

        Assert.Equal(1, packs.Mean / ShortageModel.ExpectedTopUps(use, demand, packGb), 1e-6);
        Assert.Equal(ChanceOfRunningOut(use, demand), packs.ChanceOver(0), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gigabytes_have_the_mean_of_the_closed_form(double gb, double cv, CycleRun[] runs, double packGb)
    {
        var (use, demand) = (new CycleUse([.. runs], 1), Person(gb, cv));
        var extra = ExtraUse.Gigabytes(use, demand).Whole();

        Assert.Equal(1, extra.Mean / ShortageModel.ShortfallGb(use, demand), 1e-6);
        Assert.True(extra.Mean > packGb * 0.01);
    }

    [Fact]
    public void The_chance_of_more_than_so_many_packs_is_that_of_the_use()
    {
        var (use, demand) = (new CycleUse([new CycleRun(1, 10, 7)], 1), Person(0.7, 0.5));
        var packs = ExtraUse.Packs(use, demand, 1).Whole();

        Assert.All(Enumerable.Range(0, 4), k => Assert.Equal(use.Of(demand, 0).ChanceOver(7 + k), packs.ChanceOver(k + 0.001), 1.0 / 256));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Gigabytes_of_a_plan_without_an_allowance_are_the_use_itself(double chance)
    {
        var demand = Person(0.7, 0.5);
        var use = ExtraUse.Gigabytes(new CycleUse([new CycleRun(1, 10, 0)], 1), demand).Whole();

        Assert.Equal(1 - chance, demand.Over(7, 10).ChanceOver(use.Quantile(chance)), 0.005);
    }

    [Fact]
    public void The_factor_of_the_trip_averages_to_the_whole()
    {
        var (use, demand) = (new CycleUse([new CycleRun(1, 10, 7)], 1), Person(0.7, 0.5));
        var extra = ExtraUse.Packs(use, demand, 2);
        var variance = Math.Log(1 + (A.Usage.Spread.WholeTrip * A.Usage.Spread.WholeTrip));
        double mean = 0;
        for (var node = 0; node < GaussHermite.Scores.Length; node++)
        {
            mean += GaussHermite.Weights[
                node] * extra.GivenWholeTrip(Math.Exp((Math.Sqrt(variance) * GaussHermite.Scores[node]) - (variance / 2))).Mean;
        }

        Assert.Equal(1, mean / extra.Whole().Mean, 1e-6);
    }

    /// <summary>The method's <c>E_U[1 − Π(1 − Q(g | mean·U))]</c> with four thousand values of U.</summary>
    private static double ChanceOfRunningOut(CycleUse use, PooledDemand demand)
    {
        var sigma = Math.Sqrt(Math.Log(1 + demand.SquaredPersonCv));
        double chance = 0, weights = 0;
        for (var z = -7.0; z <= 7; z += 14.0 / 4000)
        {
            var factor = Math.Exp((sigma * z) - (sigma * sigma / 2));
            var lasts = use.Runs.Aggregate(
                1.0,
                (product, run) => product * Math.Pow(
                    1 - demand.OverGivenPerson(use.MeanOf(demand, run.Days) * factor, run.Days).ChanceOver(run.Gb),
                    run.Count));
            chance += Math.Exp(-z * z / 2) * (1 - lasts);
            weights += Math.Exp(-z * z / 2);
        }

        return chance / weights;
    }

    private static PooledDemand Person(double gb, double cv) => PooledDemand.Of([(gb, cv, 1)], A.Usage.Spread);
}
