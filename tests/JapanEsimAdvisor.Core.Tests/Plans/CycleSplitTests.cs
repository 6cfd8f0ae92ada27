using System.Collections.Immutable;
using CsCheck;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Plans;

public sealed class CycleSplitTests
{
    [Fact]
    public void The_last_cycle_is_the_remainder()
    {
        Assert.Equal([new CycleRun(3, 3, 5), new CycleRun(1, 1, 5)], CycleSplit.Every(10, 3, 5));
        Assert.Equal([new CycleRun(2, 5, 5)], CycleSplit.Every(10, 5, 5));
        Assert.Equal([new CycleRun(1, 2, 5)], CycleSplit.Every(2, 3, 5));
    }

    [Fact]
    public void Cycles_cover_every_day_once()
    {
        Gen.Select(Gen.Int[1, 120], Gen.Int[1, 40]).Sample((days, length) =>
        {
            var runs = CycleSplit.Every(days, length, 1);
            return runs.Sum(run => run.Count * run.Days) == days && runs.All(run => run.Days <= length && run.Count > 0);
        });
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    public void Billing_months_are_thirty_days_from_the_start(int days, int months)
    {
        Assert.Equal(months, CycleSplit.MonthsBegun(days, A.Days(days), calendarMonth: false));
    }

    [Fact]
    public void Calendar_months_end_where_the_calendar_says()
    {
        var stay = A.Stay("2027-04-25", "2027-06-02");

        Assert.Equal(
            [new CycleRun(1, 6, 3), new CycleRun(1, 31, 3), new CycleRun(1, 2, 3)],
            CycleSplit.Monthly(39, stay, calendarMonth: true, 3));
        Assert.Equal(3, CycleSplit.MonthsBegun(39, stay, calendarMonth: true));
    }

    [Fact]
    public void A_stay_that_leaves_on_the_first_has_a_last_month_of_one_day()
    {
        Assert.Equal(
            [new CycleRun(1, 6, 3), new CycleRun(1, 1, 3)],
            CycleSplit.Monthly(7, A.Stay("2027-04-25", "2027-05-01"), calendarMonth: true, 3));
        Assert.Equal([new CycleRun(1, 6, 3)], CycleSplit.Monthly(6, A.Stay("2027-04-25", "2027-04-30"), calendarMonth: true, 3));
    }

    [Fact]
    public void Purchases_follow_one_another_longest_first_and_are_cut_at_the_last_day()
    {
        var cover = new PriceCover([(A.Price(7, 700), 1, 7), (A.Price(3, 400), 2, 6)]);

        Assert.Equal([new CycleRun(1, 7, 2), new CycleRun(1, 3, 2), new CycleRun(1, 2, 2)], CycleSplit.PerPurchase(cover, 12, 2));
    }

    [Fact]
    public void Days_at_a_rate_are_one_purchase()
    {
        var cover = new PriceCover(ImmutableArray.Create((A.Rate(100), 1, 10)));

        Assert.Equal([new CycleRun(1, 10, 2)], CycleSplit.PerPurchase(cover, 10, 2));
    }
}
