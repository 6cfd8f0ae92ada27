using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

/// <summary>Reference values of section 7 of the method, to the digits printed there, and the edges.</summary>
public sealed class ShortageModelTests
{
    private static readonly UsageSpread WithoutTrip = A.Usage.Spread with { WholeTrip = 0 };

    [Theory]
    [InlineData(1, 1.8, 0.1272, 0.3372)]
    [InlineData(3, 5.4, 0.1027, 0.2011)]
    [InlineData(10, 18, 0.0824, 0.1363)]
    [InlineData(10, 12, 0.2708, 0.4357)]
    public void One_cycle_has_the_reference_chance_and_top_ups(int days, double gb, double chance, double topUps)
    {
        var cycle = Cycles(new CycleRun(1, days, gb));

        Assert.Equal(chance, Math.Round(ShortageModel.ChanceOfRunningOut(cycle, Person(1, WithoutTrip)), 4));
        Assert.Equal(topUps, ShortageModel.ExpectedTopUps(cycle, Person(1, WithoutTrip), 0.5 * days), 1e-4);
    }

    [Fact]
    public void Seven_and_three_days_of_seven_gigabytes_run_out_as_often_as_the_reference_says()
    {
        var cycles = Cycles(new CycleRun(1, 7, 7), new CycleRun(1, 3, 7));

        Assert.Equal(0.1835, Math.Round(ShortageModel.ChanceOfRunningOut(cycles, Person(0.7, A.Usage.Spread)), 4));
    }

    [Fact]
    public void Ten_gigabytes_over_ten_days_leave_the_limited_days_of_the_reference()
    {
        Assert.Equal(1.39, Math.Round(ShortageModel.LimitedDays(Cycles(new CycleRun(1, 10, 10)), Person(1, A.Usage.Spread)), 2));
    }

    [Fact]
    public void Limited_days_of_daily_allowances_are_days_times_the_chance_of_one()
    {
        var person = Person(1, A.Usage.Spread);

        Assert.Equal(10 * person.Over(1, 1).ChanceOver(2), ShortageModel.LimitedDays(Cycles(new CycleRun(10, 1, 2)), person), 12);
    }

    [Fact]
    public void Days_treated_as_independent_overstate_one_bad_day_in_fourteen()
    {
        var person = Person(1, A.Usage.Spread);
        var chance = ShortageModel.ChanceOfRunningOut(Cycles(new CycleRun(14, 1, 3)), person);
        var independent = 1 - Math.Pow(1 - person.Over(1, 1).ChanceOver(3), 14);

        Assert.InRange(independent / chance, 1.2, 2);
    }

    [Fact]
    public void Zero_use_runs_short_of_nothing()
    {
        var cycles = Cycles(new CycleRun(2, 5, 0), new CycleRun(1, 1, 3));

        Assert.Equal(0, ShortageModel.ChanceOfRunningOut(cycles, default));
        Assert.Equal(0, ShortageModel.LimitedDays(cycles, default));
        Assert.Equal(0, ShortageModel.ShortfallGb(cycles, default));
        Assert.Equal(0, ShortageModel.ExpectedTopUps(cycles, default, 1));
    }

    [Fact]
    public void Held_down_from_the_first_byte_every_day_is_limited_and_everything_short()
    {
        var cycles = Cycles(new CycleRun(10, 1, 0));

        Assert.Equal(10, ShortageModel.LimitedDays(cycles, Person(1, A.Usage.Spread)), 12);
        Assert.Equal(10, ShortageModel.ShortfallGb(cycles, Person(1, A.Usage.Spread)), 12);
    }

    /// <summary>Section 9: a cycle of n clock days has mean m·n·D/N and varies like max(1, n·D/N) days.</summary>
    [Fact]
    public void Eight_calendar_days_bought_for_seven_periods_spread_the_same_demand()
    {
        var person = Person(1, A.Usage.Spread);
        var whole = new CycleUse([new CycleRun(1, 8, 7)], 7.0 / 8);
        var daily = new CycleUse([new CycleRun(8, 1, 1)], 7.0 / 8);

        Assert.Equal(person.Over(7, 7).ChanceOver(7), ShortageModel.ChanceOfRunningOut(whole, person), 12);
        Assert.Equal(8 * person.Over(7.0 / 8, 1).ExpectedOver(1), ShortageModel.ShortfallGb(daily, person), 12);
    }

    [Fact]
    public void A_cycle_shorter_than_a_day_of_demand_varies_like_a_day()
    {
        var known = PooledDemand.Of([(1, 0, 1)], WithoutTrip);
        var daily = new CycleUse([new CycleRun(8, 1, 2)], 7.0 / 8);

        Assert.Equal(1 - Math.Pow(1 - new Lognormal(7.0 / 8, 0.49).ChanceOver(2), 8), ShortageModel.ChanceOfRunningOut(daily, known), 12);
    }

    [Fact]
    public void Full_speed_share_is_what_the_formula_of_the_method_says()
    {
        var (mean, gb) = (7.0, 6.0);
        var use = Person(0.7, A.Usage.Spread).Over(mean, 10);
        var variance = Math.Log(1 + SquaredCv(0.7, 10));
        var (mu, sigma) = (Math.Log(mean) - (variance / 2), Math.Sqrt(variance));
        var share = Normal.Cdf((Math.Log(gb) - mu - variance) / sigma) + (gb / mean * (1 - Normal.Cdf((Math.Log(gb) - mu) / sigma)));

        Assert.Equal(share, 1 - (use.ExpectedOver(gb) / mean), 12);
    }

    private static double SquaredCv(double dayCv, int days) =>
        (1.04 * 1.25 * (1 + (dayCv * dayCv / days))) - 1;

    private static CycleUse Cycles(params CycleRun[] runs) => new([.. runs], 1);

    private static PooledDemand Person(double gb, UsageSpread spread) => PooledDemand.Of([(gb, 0.5, 1)], spread);
}
