using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Plans;

/// <summary>How plans become bundles, worked by hand for ten days where nothing else is said.</summary>
public sealed class BundleFactoryTests
{
    [Fact]
    public void A_pack_that_lasts_the_stay_is_one_cycle()
    {
        var bundle = First(A.Esim("esim", 5, 15, 2000));

        Assert.Equal([new CycleRun(1, 10, 5)], bundle.Cycles);
        Assert.Equal((2000, 1, 10, 10), (bundle.FixedYen, bundle.SetUps, bundle.ClockDays, bundle.DemandDays));
        Assert.Equal(new Shortage(true, false, true, AfterAction.Stops, null, null), bundle.Shortage);
    }

    [Fact]
    public void A_shorter_pack_is_bought_in_a_row_with_a_set_up_each()
    {
        var bundle = First(A.Esim("esim", 5, 7, 2000));

        Assert.Equal([new CycleRun(1, 7, 5), new CycleRun(1, 3, 5)], bundle.Cycles);
        Assert.Equal((4000, 2, 600), (bundle.FixedYen, bundle.SetUps, bundle.SetUpInconvenienceYen));
    }

    [Fact]
    public void What_can_be_topped_up_is_set_up_once()
    {
        var bundle = First(A.Esim("esim", 5, 7, 2000) with { TopUp = new TopUp(true) });

        Assert.Equal((4000, 1), (bundle.FixedYen, bundle.SetUps));
    }

    [Fact]
    public void Two_to_four_of_a_pack_lie_side_by_side()
    {
        var bundles = Of(A.Esim("esim", 5, 10, 2000));

        Assert.Equal([5, 10, 15, 20], bundles.Select(bundle => bundle.Cycles.Single().Gb));
        Assert.Equal([2000, 4000, 6000, 8000], bundles.Select(bundle => bundle.FixedYen));
        Assert.Equal([1, 2, 3, 4], bundles.Select(bundle => bundle.SetUps));
    }

    [Fact]
    public void A_chain_of_two_is_bought_twice_at_most()
    {
        var bundles = Of(A.Esim("esim", 5, 7, 2000));

        Assert.Equal(2, bundles.Count);
        Assert.Equal([new CycleRun(1, 7, 10), new CycleRun(1, 3, 10)], bundles[1].Cycles);
        Assert.Equal((8000, 4), (bundles[1].FixedYen, bundles[1].Orders));
    }

    [Fact]
    public void Daily_plans_and_routers_are_bought_once()
    {
        Assert.Single(Of(A.Daily("daily", 1, 300)));
        Assert.Single(Of(A.Router("router", 500)));
    }

    [Fact]
    public void The_cover_with_fewer_set_ups_stands_beside_the_cheapest()
    {
        var bundles = Of(A.Unlimited("esim", 5, 1000) with { Prices = [A.Price(5, 1000), A.Price(15, 2200)] });

        Assert.Equal([(2000, 2), (2200, 1)], bundles.Select(bundle => (bundle.FixedYen, bundle.SetUps)));
    }

    [Fact]
    public void Fees_belong_to_the_price_by_what_they_are_charged_for()
    {
        var plan = A.Esim("esim", 5, 7, 2000) with
        {
            Fees = [A.Fee(
                100, FeePer.Order), A.Fee(10, FeePer.Plan), A.Fee(1, FeePer.Day), A.Fee(0.1m, FeePer.Month), A.Fee(0.01m, FeePer.Device)],
        };

        Assert.Equal(4000 + 100 + 20 + 14 + 0.1 + 0.01, First(plan).FixedYen, 9);
    }

    [Fact]
    public void Foreign_prices_and_fees_are_reckoned_at_the_dated_rate()
    {
        var plan = A.Esim("esim", 5, 10, 2000) with
        {
            Prices = [new Price(10, false, 10.99m, 10.99m, "EUR", true)],
            Fees = [new Fee(FeeKind.Handling, 2, null, "USD", FeePer.Order, FeeWhen.Always)],
        };

        Assert.Equal((10.99 * 160) + (2 * 150), First(plan).FixedYen, 9);
    }

    [Fact]
    public void Every_month_begun_is_paid()
    {
        var bundle = Of(A.Monthly("month", 20, 3000), A.Days(35)).Single();

        Assert.Equal([new CycleRun(1, 30, 20), new CycleRun(1, 5, 20)], bundle.Cycles);
        Assert.Equal((6000, 1), (bundle.FixedYen, bundle.SetUps));
        Assert.Equal(new Shortage(true, true, false, AfterAction.Slows, 128, null), bundle.Shortage);
    }

    [Fact]
    public void A_monthly_allowance_sold_by_the_day_is_paid_by_the_day()
    {
        var bundle = Of(A.Monthly("day-pass", 12, 0) with { Prices = [A.Rate(1500)] }, A.Days(35)).Single();

        Assert.Equal((52_500, 35), (bundle.FixedYen, bundle.Items[0].Days));
        Assert.Equal([new CycleRun(1, 30, 12), new CycleRun(1, 5, 12)], bundle.Cycles);
    }

    [Fact]
    public void A_monthly_allowance_sold_in_passes_is_covered_by_passes()
    {
        var bundle = Of(A.Monthly("pass", 12, 0) with { Prices = [A.Price(3, 3000), A.Price(7, 6500)] }).First();

        Assert.Equal((9500, 2), (bundle.FixedYen, bundle.Orders));
        Assert.Equal([new CycleRun(1, 10, 12)], bundle.Cycles);
    }

    [Fact]
    public void A_minimum_term_is_paid_with_its_handling_and_cancellation()
    {
        var plan = A.Monthly("month", 20, 3000) with
        {
            MinimumMonths = 3,
            Fees = [A.Fee(3300, FeePer.Order), A.Fee(1000, FeePer.Plan, FeeKind.Cancellation), A.Fee(200, FeePer.Month)],
        };

        Assert.Equal(9000 + 3300 + 1000 + 600, Of(plan).Single().FixedYen);
    }

    [Fact]
    public void A_month_by_the_calendar_begins_anew_on_the_first()
    {
        var plan = A.Monthly("month", 20, 3000);
        var bundle =
            Of(plan with { Allowance = plan.Allowance with { CalendarMonth = true } }, A.Stay("2027-04-25", "2027-05-04")).Single();

        Assert.Equal([new CycleRun(1, 6, 20), new CycleRun(1, 4, 20)], bundle.Cycles);
        Assert.Equal(6000, bundle.FixedYen);
    }

    [Theory]
    [InlineData(ValidityClock.Unknown)]
    [InlineData(ValidityClock.Rolling24Hours)]
    [InlineData(ValidityClock.CalendarDay)]
    public void Calendar_months_carry_the_whole_demand_whatever_the_clock(ValidityClock clock)
    {
        var plan = A.Monthly("month", 20, 3000);
        plan = plan with { Allowance = plan.Allowance with { CalendarMonth = true }, Validity = new Validity(Clock: clock) };
        foreach (var stay in new[] { A.Stay("2027-04-01 00:40", "2027-04-07 23:00"), A.Stay("2027-04-01 22:30", "2027-04-08 10:00") })
        {
            var use = Of(plan, stay).Single().Use;

            Assert.Equal(7, use.Runs.Sum(run => run.Count * run.Days) * use.DayLength, 9);
        }
    }

    [Fact]
    public void Pay_as_you_go_has_a_price_for_a_gigabyte_and_no_cap()
    {
        var bundle = Of(A.PayAsYouGo("payg", 600)).Single();

        Assert.Equal((0, 600), (bundle.FixedYen, bundle.YenPerGb));
        Assert.Empty(bundle.Cycles);
        Assert.Equal(default, bundle.Shortage with { After = default });
    }

    [Fact]
    public void Fair_use_nobody_publishes_is_three_gigabytes_a_day()
    {
        var bundle = First(A.Unlimited("unlimited", 10, 5000));

        Assert.Equal([new CycleRun(10, 1, 3)], bundle.Cycles);
        Assert.Equal(new Shortage(false, true, false, AfterAction.Slows, null, null), bundle.Shortage);
    }

    [Fact]
    public void Unlimited_with_a_limit_for_the_whole_plan_slows_after_it_even_where_nobody_says_so()
    {
        var plan = A.Unlimited(
            "unlimited", 10, 5000) with
        { Allowance = new Allowance { Kind = AllowanceKind.Unlimited, Gb = 20, Per = AllowancePer.Plan } };
        var bundle = First(plan);

        Assert.Equal([new CycleRun(1, 10, 20)], bundle.Cycles);
        Assert.Equal(new Shortage(true, true, false, AfterAction.Slows, null, null), bundle.Shortage);
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(999, 10)]
    [InlineData(384, 10)]
    public void Speed_held_down_is_full_speed_from_a_megabit_and_no_data_below(int kbps, int limitedDays)
    {
        var bundle = First(
            A.Unlimited("slow", 10, 2000) with { Allowance = new Allowance { Kind = AllowanceKind.Unlimited, SpeedKbps = kbps } });

        Assert.Equal(limitedDays, bundle.Cycles.Sum(run => run.Count));
        Assert.All(bundle.Cycles, run => Assert.Equal(0, run.Gb));
        Assert.Equal(limitedDays > 0, bundle.Shortage.LimitsDays);
    }

    [Fact]
    public void A_limit_over_three_days_is_a_cycle_of_three_days()
    {
        var plan = A.Daily("daily", 1, 300);

        Assert.Equal(
            [new CycleRun(3, 3, 3), new CycleRun(1, 1, 3)],
            First(plan with { Allowance = plan.Allowance with { Gb = 3, Per = AllowancePer.ThreeDays } }).Cycles);
    }

    [Theory]
    [InlineData(AfterAction.Unknown, AfterAction.Slows)]
    [InlineData(AfterAction.Slows, AfterAction.Slows)]
    [InlineData(AfterAction.Stops, AfterAction.Stops)]
    public void A_daily_allowance_of_unknown_end_slows(AfterAction said, AfterAction taken)
    {
        var plan = A.Daily("daily", 1, 300);
        var shortage = First(plan with { Allowance = plan.Allowance with { After = said, AfterKbps = null } }).Shortage;

        Assert.Equal(new Shortage(false, true, false, taken, null, null), shortage);
    }

    [Fact]
    public void A_data_pack_of_unknown_end_stops_and_one_that_slows_has_both_figures()
    {
        var unknown = A.Esim("esim", 5, 10, 2000) with { Allowance = A.Fixed(5, AfterAction.Unknown) };

        Assert.Equal(new Shortage(true, false, true, AfterAction.Stops, null, null), First(unknown).Shortage);
        Assert.Equal(new Shortage(true, true, false, AfterAction.Slows, 384, null), First(A.Esim("esim", 5, 10, 2000).Slows(384)).Shortage);
    }

    [Fact]
    public void A_pack_that_charges_has_a_price_for_more()
    {
        var allowance = A.Fixed(5, AfterAction.Charged) with { AfterPricePerGb = A.Yen(900) };

        Assert.Equal(
            new Shortage(true, false, true, AfterAction.Charged, null, 900),
            First(A.Esim("esim", 5, 10, 2000) with { Allowance = allowance }).Shortage);
    }

    [Fact]
    public void A_stay_longer_than_the_plan_allows_buys_nothing()
    {
        Assert.Empty(Of(A.Daily("daily", 1, 300) with { MaxDays = 9 }));
        Assert.NotEmpty(Of(A.Daily("daily", 1, 300) with { MaxDays = 10 }));
    }

    [Fact]
    public void A_minimum_of_days_is_paid_but_not_used()
    {
        var bundle = First(A.Daily("daily", 1, 300) with { MinDays = 14 });

        Assert.Equal((4200, 10), (bundle.FixedYen, bundle.Cycles.Sum(run => run.Count)));
    }

    [Fact]
    public void A_clock_that_counts_eight_days_buys_eight()
    {
        var bundle = First(A.Daily("daily", 1, 300), A.Stay("2027-04-01 22:30", "2027-04-08 10:00"));

        Assert.Equal((2400, 8, 7), (bundle.FixedYen, bundle.ClockDays, bundle.DemandDays));
        Assert.Equal(7.0 / 8, bundle.Use.DayLength);
    }

    private static Bundle First(Plan plan, Stay? stay = null) => Of(plan, stay)[0];

    private static List<Bundle> Of(Plan plan, Stay? stay = null) => [.. new BundleFactory(stay ?? A.Days(10), A.Catalog(plan), 1).Of(plan)];
}
