using CsCheck;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Usage;

public sealed class PooledDemandTests
{
    [Fact]
    public void Two_people_pool_as_the_formula_of_the_method_says()
    {
        var pool = Pool((1, 0.5), (3, 0.2));
        var own = (0.25 * 0.25 * 0.25) + (0.75 * 0.75 * 0.04);
        var day = ((0.25 * 0.25 * 1.25) + (0.75 * 0.75 * 1.04)) * 0.49 / (1 + own);

        Assert.Equal(4, pool.GbPerDay);
        Assert.Equal((1.04 * (1 + own)) - 1, pool.SquaredPersonCv, 12);
        Assert.Equal(day, pool.SquaredDayCv, 12);
        Assert.Equal(own, pool.SquaredOwnCv, 12);
    }

    [Fact]
    public void Sharing_never_makes_use_less_certain_and_the_trip_does_not_pool_away()
    {
        Gen.Double[0.1, 3].Array[1, 12].Sample(people =>
        {
            var (alone, pool) = (Pool((1, 0.5)), Pool([.. people.Select(gb => (gb, 0.5))]));
            return pool.SquaredPersonCv <= alone.SquaredPersonCv + 1e-12
                && pool.SquaredPersonCv > 0.04 - 1e-12
                && pool.SquaredDayCv <= alone.SquaredDayCv + 1e-12;
        });
    }

    [Fact]
    public void Once_the_whole_trip_is_known_only_the_peoples_own_spread_is_left()
    {
        var given = Pool((1, 0.5)).GivenWholeTrip(1.5);

        Assert.Equal((1.5, 0.25), (given.GbPerDay, given.SquaredPersonCv));
    }

    [Fact]
    public void Nobody_uses_nothing()
    {
        Assert.Equal(default, Pool());
    }

    private static PooledDemand Pool(params (double Gb, double Cv)[] people) =>
        PooledDemand.Of(people.Select(person => (person.Gb, person.Cv, 1)), A.Usage.Spread);
}
