using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Questions.UsageChecks;

/// <summary>What a bought line still gives on a day, by date. Ten days from 1 April unless said otherwise.</summary>
public sealed class LineStateTests
{
    private static readonly DateOnly First = new(2027, 4, 1);

    private static readonly Plan TenDays = A.Esim("line", 7, 10, 3000);

    [Fact]
    public void In_the_second_pack_the_first_one_gave_no_more_than_it_held()
    {
        var plan = A.Esim("line", 6, 5, 2000);
        CycleRun Left(double used, double? thisCycle = null) =>
            Assert.Single(StateOf(Line(plan, used, thisCycle) with { Quantity = 2 }, 8).Left.Runs);

        Assert.Equal(new CycleRun(1, 3, 6 - 2.0), Left(7));
        Assert.Equal(new CycleRun(1, 3, 6 - 5.0), Left(11));
        Assert.Equal(new CycleRun(1, 3, 0), Left(15));
        Assert.Equal(new CycleRun(1, 3, 6 - 0.5), Left(11, 0.5));
    }

    [Fact]
    public void Packs_side_by_side_add_up_and_one_too_many_lies_in_the_first_cycle()
    {
        CycleRun[] Runs(
            int quantity,
            int days) => [.. StateOf(Line(A.Esim("line", 3, days, 900), 0) with { Quantity = quantity }, 1).Left.Runs];

        Assert.Equal([new(1, 10, 6)], Runs(2, 10));
        Assert.Equal([new(1, 7, 6), new(1, 3, 3)], Runs(3, 7));
        Assert.Equal([new(1, 7, 6), new(1, 3, 6)], Runs(4, 7));
    }

    [Fact]
    public void Months_begin_thirty_days_apart_or_with_the_calendar()
    {
        var plan = A.Monthly("line", 20, 3000);
        var calendar = plan with { Allowance = plan.Allowance with { CalendarMonth = true } };
        CycleRun[] Runs(Plan monthly) => [.. StateOf(Line(monthly, 0), 1, A.Days(40)).Left.Runs];

        Assert.Equal([new(1, 30, 20), new(1, 10, 20)], Runs(plan));
        Assert.Equal([new(1, 30, 20), new(1, 10, 20)], Runs(calendar));
        Assert.Equal([new(1, 12, 20), new(1, 10, 20)], [.. StateOf(Line(calendar, 6, 0), 19, A.Days(40)).Left.Runs]);
        Assert.Equal([new(2, 20, 20)], [.. StateOf(Line(plan, 0) with { Started = First.AddDays(-10) }, 1, A.Days(40)).Left.Runs]);
    }

    [Fact]
    public void Only_what_is_paid_by_the_month_goes_on_by_itself()
    {
        var month = A.Monthly("line", 20, 3000);
        DateOnly? Ends(Plan plan) => LineCycles.Of(Line(plan, 0), First.AddDays(39), A.Tariff).Ends;

        Assert.Null(Ends(month));
        Assert.Equal(First.AddDays(29), Ends(A.Esim("line", 20, 30, 3000)));
        Assert.Equal(First.AddDays(6), Ends(month with { Prices = [A.Price(7, 1000)] }));
    }

    [Fact]
    public void A_line_started_before_the_landing_has_lost_days_and_no_data()
    {
        var state = StateOf(Line(A.Esim("line", 7, 15, 3000), 1) with { Started = First.AddDays(-3) }, 3);

        Assert.Equal((2, 8), (state.DaysUsed, state.DaysLeft));
        Assert.Equal(new CycleRun(1, 8, 6), Assert.Single(state.Left.Runs));
    }

    [Fact]
    public void A_line_that_starts_later_is_reckoned_from_its_start()
    {
        var state = StateOf(Line(TenDays, 0) with { Started = First.AddDays(4) }, 2);

        Assert.Equal((0, 6), (state.DaysUsed, state.DaysLeft));
        Assert.Equal(new CycleRun(1, 6, 7), Assert.Single(state.Left.Runs));
    }

    internal static LineState StateOf(LineInUse line, int dayOfTrip, Stay? stay = null) =>
        LineState.Of(line, stay ?? A.Days(10), Shortage.Of(line.Plan, true, A.Rates), A.Tariff, First.AddDays(dayOfTrip - 1));

    private static LineInUse Line(Plan plan, double used, double? usedThisCycle = null) => UsageCheckTests.Line(plan, used, usedThisCycle);
}
