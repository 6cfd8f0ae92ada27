using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

/// <summary>Section 6 of the method: what some days of a trip say about the days left.</summary>
public sealed class PosteriorTests
{
    private const double Least = 0.01;

    /// <summary>One person who measured once, m = 1, CP² = CD² = e − 1: both logs have variance 1 after one day.</summary>
    private static readonly PooledDemand Unit = new(1, Math.E - 1, Math.E - 1, Math.E - 1);

    [Fact]
    public void One_day_worked_by_hand_halves_the_variance_and_meets_in_the_middle()
    {
        var after = Posterior.Of(Unit, 1, 2, Least);

        Assert.Equal(Math.Exp((-0.25 + ((Math.Log(2) + 0.5) / 2)) + 0.25), after.GbPerDay, 12);
        Assert.Equal(Math.Exp(0.5) - 1, after.SquaredPersonCv, 12);
        Assert.Equal(Unit.SquaredDayCv, after.SquaredDayCv);
    }

    [Fact]
    public void The_days_left_are_those_of_the_method()
    {
        var (m, days, used, left) = (0.7, 4.0, 5.0, 6.0);
        var person = Person(m, 0.5);
        var (prior, seen) = (Math.Log(1 + person.SquaredPersonCv), Math.Log(1 + (person.SquaredDayCv / days)));
        var w = seen / (prior + seen);
        var v = prior * seen / (prior + seen);
        var mean = (w * (-prior / 2)) + ((1 - w) * (Math.Log(used / (days * m)) + (seen / 2)));
        var rest = new Lognormal(m * left * Math.Exp(mean + (v / 2)), (Math.Exp(v) * (1 + (person.SquaredDayCv / left))) - 1);
        var after = Posterior.Of(person, days, used, Least);

        Assert.Equal(rest.ChanceOver(8), after.Over(after.GbPerDay * left, left).ChanceOver(8), 12);
        Assert.Equal(rest.Mean, after.GbPerDay * left, 12);
    }

    [Fact]
    public void Before_the_first_day_nothing_is_learned()
    {
        Assert.Equal(Unit, Posterior.Of(Unit, 0, 0, Least));
        Assert.Equal(Unit, Posterior.Of(Unit, 0, 50, Least));
    }

    [Fact]
    public void Who_uses_nothing_is_not_multiplied_into_use()
    {
        Assert.Equal(default, Posterior.Of(default, 5, 3, Least));
    }

    [Fact]
    public void Less_than_the_least_share_counts_as_that_share()
    {
        var person = Person(1, 0.5);

        Assert.Equal(Posterior.Of(person, 5, 0.05, Least), Posterior.Of(person, 5, 0, Least));
        Assert.NotEqual(Posterior.Of(person, 5, 0.06, Least), Posterior.Of(person, 5, 0, Least));
    }

    [Fact]
    public void After_many_days_the_pace_so_far_is_the_pace_to_expect()
    {
        var after = Posterior.Of(Person(1, 0.5), 300, 900, Least);

        Assert.Equal(3, after.GbPerDay, 0.03);
        Assert.InRange(Math.Sqrt(after.SquaredPersonCv), 0, 0.045);
    }

    [Fact]
    public void More_used_means_more_to_come_and_more_days_seen_mean_less_doubt()
    {
        var person = Person(1, 0.5);
        var byUse = Enumerable.Range(0, 30).Select(used => Posterior.Of(person, 4, used, Least).GbPerDay).ToList();
        var byDays = Enumerable.Range(0, 30).Select(days => Posterior.Of(person, days, days, Least).SquaredPersonCv).ToList();

        Assert.Equal(byUse.Order(), byUse);
        Assert.Equal(byDays.OrderDescending(), byDays);
    }

    [Theory]
    [InlineData(0.5, 1, 0.7, 9, 8, 0)]
    [InlineData(0.5, 3, 4.5, 7, 9, 1)]
    [InlineData(0.5, 5, 2, 5, 3, 2)]
    [InlineData(0.2, 4, 5, 6, 5, 3)]
    [InlineData(0.35, 6, 2.5, 8, 4, 4)]
    public void The_days_left_agree_with_simulated_trips_that_began_alike(
        double cv, int days, double usedGb, int daysLeft, double gb, int seed)
    {
        var seen = new TripSimulation(seed + 11).RestAfter([new(0.7, cv)], days, usedGb, daysLeft, 400_000);
        var after = Posterior.Of(Person(0.7, cv), days, usedGb, Least);
        var rest = after.Over(after.GbPerDay * daysLeft, daysLeft);

        Assert.True(seen.Length > 4_000, $"only {seen.Length} trips began so");
        Assert.All(
            [0.7 * gb, gb, 1.4 * gb],
            amount => Assert.Equal((double)seen.Count(used => used > amount) / seen.Length, rest.ChanceOver(amount), 0.015));
    }

    [Theory]
    [InlineData(3, 6, 7, 20, 51)]
    [InlineData(5, 14, 5, 12, 52)]
    [InlineData(4, 4.5, 6, 9, 53)]
    public void The_days_left_of_a_pod_agree_with_simulated_trips_that_began_alike(
        int days, double usedGb, int daysLeft, double gb, int seed)
    {
        TripSimulation.Person[] people = [new(0.7, 0.5), new(0.25, 0.5), new(1.2, 0.2)];
        var seen = new TripSimulation(seed).RestAfter(people, days, usedGb, daysLeft, 300_000);
        var pool = PooledDemand.Of(people.Select(one => (one.GbPerDay, one.Cv, 1)), A.Usage.Spread);
        var after = Posterior.Of(pool, days, usedGb, Least);
        var rest = after.Over(after.GbPerDay * daysLeft, daysLeft);

        Assert.True(seen.Length > 3_000, $"only {seen.Length} trips began so");
        Assert.All(
            [0.8 * gb, gb, 1.3 * gb],
            amount => Assert.Equal((double)seen.Count(used => used > amount) / seen.Length, rest.ChanceOver(amount), 0.015));
    }

    private static PooledDemand Person(double gb, double cv) => PooledDemand.Of([(gb, cv, 1)], A.Usage.Spread);
}
