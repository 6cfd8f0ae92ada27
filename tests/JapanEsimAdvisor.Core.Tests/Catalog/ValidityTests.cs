using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Tests.Catalog;

public sealed class ValidityTests
{
    [Theory]
    [InlineData("2027-04-01 22:30", "2027-04-08 10:00", 8, 8, 7, 8)]
    [InlineData("2027-04-01 00:40", "2027-04-07 23:00", 7, 8, 7, 8)]
    [InlineData("2027-04-01 14:00", "2027-04-08 11:00", 8, 8, 7, 8)]
    [InlineData("2027-04-01", "2027-04-07", 7, 7, 7, 7)]
    public void Days_to_buy_follow_the_clock_of_the_plan(string from, string to, int japan, int china, int rolling, int unknown)
    {
        var stay = A.Stay(from, to);

        Assert.Equal(japan, new Validity(Clock: ValidityClock.CalendarDay).DaysToBuy(stay));
        Assert.Equal(china, new Validity(Clock: ValidityClock.CalendarDay, UtcOffset: 8).DaysToBuy(stay));
        Assert.Equal(rolling, new Validity(Clock: ValidityClock.Rolling24Hours).DaysToBuy(stay));
        Assert.Equal(unknown, new Validity().DaysToBuy(stay));
    }

    [Fact]
    public void An_unknown_clock_is_the_largest_of_the_three()
    {
        var stay = A.Stay("2027-04-01 00:40", "2027-04-07 23:00");

        Assert.Equal(8, new Validity().DaysToBuy(stay));
    }

    [Fact]
    public void A_calendar_further_away_counts_by_its_own_midnight()
    {
        var stay = A.Stay("2027-04-01 08:00", "2027-04-03 10:00");

        Assert.Equal(4, new Validity(Clock: ValidityClock.CalendarDay, UtcOffset: 0).DaysToBuy(stay));
    }
}
