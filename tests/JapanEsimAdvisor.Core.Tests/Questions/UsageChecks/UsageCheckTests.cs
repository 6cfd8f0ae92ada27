using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Questions.UsageChecks;

/// <summary>Section 6 of the method for lines as they are bought: ten days from 1 April unless said otherwise.</summary>
public sealed class UsageCheckTests
{
    private static readonly DateOnly First = new(2027, 4, 1);

    private static readonly Trip Solo = A.Trip(A.Traveler("a", 0.7));

    private static readonly Plan TenDays = A.Esim("line", 7, 10, 3000);

    [Fact]
    public void Four_days_of_five_gigabytes_worked_by_hand()
    {
        var check = Check(Solo, Line(TenDays, 5), dayOfTrip: 5);
        var after = Posterior.Of(Person(0.7), 4, 5, 0.01);

        Assert.Equal((4, 6), (check.DaysUsed, check.DaysLeft));
        Assert.Equal((2, 2 / 6.0), (check.GbLeft!.Value, check.LastingPaceGbPerDay!.Value));
        Assert.Equal(after.GbPerDay, check.ExpectedGbPerDay, 12);
        Assert.Equal(6 * after.GbPerDay, check.ExpectedGbLeft, 12);
        Assert.Equal(after.Over(6 * after.GbPerDay, 6).ChanceOver(2), check.ChanceOfRunningOut!.Value, 12);
        Assert.Null(check.LimitedDays);
        Assert.Equal(UsageStatus.TopUp, check.Status);
        Assert.Equal(["so-far"], check.Reasons.Where(reason => reason.Code != "nothing-to-buy").Codes());
    }

    [Fact]
    public void On_the_first_day_the_chance_is_that_of_the_advice()
    {
        var trip = A.Trip(A.Traveler("a", 0.7), A.Typical("b")) with { MaxChanceOfRunningOut = 1 };
        var pod = A.Advise(trip, A.Catalog(A.Esim("line", 14, 10, 3000))).Answer("shared-hotspot").Basket!.Pods[0];
        var check = Check(trip, Line(pod.Pod.Bundle!.Plan, 0) with { Buyer = pod.Host, Clients = pod.Clients }, dayOfTrip: 1);

        Assert.Equal(0, check.DaysUsed);
        Assert.Equal(pod.Pod.Risk.ChanceOfRunningOut!.Value, check.ChanceOfRunningOut!.Value, 12);
        Assert.Equal(pod.Pod.Demand.GbPerDay, check.ExpectedGbPerDay, 12);
    }

    [Theory]
    [InlineData("2027-04-01 22:30", "2027-04-08 10:00")]
    [InlineData("2027-04-01 00:40", "2027-04-07 23:00")]
    public void With_flight_times_the_first_days_chance_is_that_of_the_advice_too(string from, string to)
    {
        var trip = A.Stay(from, to).For(A.Traveler("a", 0.9)) with { MaxChanceOfRunningOut = 1 };
        var pod = A.Advise(trip, A.Catalog(A.Esim("line", 7, 10, 3000))).Answer("per-person").Basket!.Pods[0].Pod;
        var check = Check(trip, Line(TenDays, 0), dayOfTrip: 1);

        Assert.Equal(pod.Risk.ChanceOfRunningOut!.Value, check.ChanceOfRunningOut!.Value, 12);
        Assert.Equal(pod.Demand.GbPerDay * trip.Stay.DemandDays, check.ExpectedGbLeft, 9);
    }

    [Fact]
    public void Packs_in_a_row_begin_as_the_advice_reckons_them()
    {
        var plan = A.Esim("line", 6, 7, 2000);
        var pod = A.Advise(Solo with { MaxChanceOfRunningOut = 1 }, A.Catalog(plan)).Answer("per-person").Basket!.Pods[0].Pod;
        var check = Check(Solo, Line(plan, 0) with { Quantity = 2 }, dayOfTrip: 1);

        Assert.Equal([new CycleRun(1, 7, 6), new CycleRun(1, 3, 6)], pod.Bundle!.Cycles);
        Assert.Equal(pod.Risk.ChanceOfRunningOut!.Value, check.ChanceOfRunningOut!.Value, 12);
        Assert.Equal(12, check.GbLeft);
    }

    [Fact]
    public void A_line_that_ends_before_the_trip_gives_nothing_after_it()
    {
        var check = Check(Solo, Line(A.Esim("line", 50, 7, 3000), 1), dayOfTrip: 3);

        Assert.Equal(new DateOnly(2027, 4, 7), check.Ends);
        Assert.Equal((1.0, UsageStatus.TopUp), (Math.Round(check.ChanceOfRunningOut!.Value, 6), check.Status));
        Assert.Equal((0, 0), (check.SafePaceGbPerDay, check.LastingPaceGbPerDay));
        Assert.Contains("ends-early", check.Reasons.Codes());
    }

    [Fact]
    public void Daily_allowances_have_limited_days_and_no_chance()
    {
        var check = Check(Solo, Line(A.Daily("daily", 1, 300), 2.8), dayOfTrip: 5);
        var after = Posterior.Of(Person(0.7), 4, 2.8, 0.01);

        Assert.Null(check.ChanceOfRunningOut);
        Assert.Null(check.GbLeft);
        Assert.Equal(6 * after.Over(after.GbPerDay, 1).ChanceOver(1), check.LimitedDays!.Value, 12);
        Assert.Equal(1 - (after.Over(after.GbPerDay, 1).ExpectedOver(1) / after.GbPerDay), check.FullSpeedShare, 12);
        Assert.Equal(1, check.LastingPaceGbPerDay);
    }

    [Fact]
    public void Todays_part_of_a_daily_allowance_counts_where_it_is_said()
    {
        var fresh = Check(Solo, Line(A.Daily("daily", 1, 300), 2.8), dayOfTrip: 5);
        var begun = Check(Solo, Line(A.Daily("daily", 1, 300), 2.8, 0.9), dayOfTrip: 5);

        Assert.True(begun.LimitedDays > fresh.LimitedDays);
        Assert.Equal(
            [new CycleRun(1, 1, 0.1), new CycleRun(5, 1, 1)],
            LineStateTests.StateOf(Line(A.Daily("daily", 1, 300), 2.8, 0.9), 5).Left.Runs
                .Select(run => run with { Gb = Math.Round(run.Gb, 9) }));
    }

    [Fact]
    public void A_line_without_a_limit_has_nothing_to_watch()
    {
        var check = Check(Solo, Line(A.PayAsYouGo("payg", 400), 50), dayOfTrip: 5);

        Assert.Equal(
            (null, null, null, null, null),
            (check.ChanceOfRunningOut, check.LimitedDays, check.GbLeft, check.SafePaceGbPerDay, check.LastingPaceGbPerDay));
        Assert.Equal((UsageStatus.Fine, 1.0), (check.Status, check.FullSpeedShare));
        Assert.Equal(["so-far", "pay-as-you-go"], check.Reasons.Codes());
        Assert.Equal("no-limit", UsageNotices.Status(check).Code);
    }

    [Fact]
    public void An_unlimited_plan_that_publishes_nothing_is_reckoned_with_three_gigabytes_a_day()
    {
        var check = Check(A.Trip(A.Traveler("a", 4)), Line(A.Unlimited("line", 10, 3000), 16), dayOfTrip: 5);

        Assert.Null(check.ChanceOfRunningOut);
        Assert.Equal(3, check.LastingPaceGbPerDay);
        Assert.Contains("fair-use-unknown", check.Reasons.Codes());
    }

    [Fact]
    public void The_safe_pace_keeps_the_wish_exactly_and_only_days_differ_at_it()
    {
        var check = Check(Solo, Line(TenDays, 3), dayOfTrip: 5);
        var pace = check.SafePaceGbPerDay!.Value;

        Assert.Equal(0.2, new Lognormal(6 * pace, 0.49 / 6).ChanceOver(4), 9);
        Assert.InRange(pace, 0, check.LastingPaceGbPerDay!.Value);
    }

    [Fact]
    public void The_safe_pace_of_a_daily_allowance_serves_the_least_share_at_full_speed()
    {
        var pace = Check(Solo, Line(A.Daily("daily", 1, 300), 2.8), dayOfTrip: 5).SafePaceGbPerDay!.Value;

        Assert.Equal(0.85, 1 - (new Lognormal(pace, 0.49).ExpectedOver(1) / pace), 9);
    }

    [Theory]
    [InlineData(2.4, UsageStatus.Fine)]
    [InlineData(3.3, UsageStatus.SlowDown)]
    [InlineData(4.8, UsageStatus.TopUp)]
    [InlineData(7, UsageStatus.TopUp)]
    [InlineData(100, UsageStatus.TopUp)]
    public void The_status_follows_wish_and_half_the_expected_pace(double used, UsageStatus status)
    {
        var check = Check(Solo, Line(TenDays with { Allowance = A.Fixed(8) }, used), dayOfTrip: 5);

        Assert.Equal(status, check.Status);
        Assert.Equal(status == UsageStatus.Fine, check.ChanceOfRunningOut <= 0.2);
        Assert.Equal(status == UsageStatus.TopUp, check.ChanceOfRunningOut > 0.2 && check.SafePaceGbPerDay < check.ExpectedGbPerDay / 2);
        Assert.Equal(
            status == UsageStatus.Fine ? "fine" : status == UsageStatus.SlowDown ? "slow-down" : used >= 8 ? "used-up" : "top-up",
            UsageNotices.Status(check).Code);
    }

    [Fact]
    public void More_used_never_makes_it_safer_and_more_left_never_riskier()
    {
        var byUse = Enumerable.Range(0, 40).Select(step => Check(Solo, Line(TenDays, step / 4.0), dayOfTrip: 5)).ToList();
        var byGb = Enumerable.Range(4, 40).Select(gb => Check(Solo, Line(A.Esim("line", gb, 10, 1), 3), dayOfTrip: 5)).ToList();
        var inARow = Enumerable.Range(0, 40)
            .Select(step => Check(Solo, Line(A.Esim("line", 4, 6, 1), step / 5.0) with { Quantity = 2 }, dayOfTrip: 3))
            .ToList();
        var daily = Enumerable.Range(0, 40).Select(step => Check(Solo, Line(A.Daily("line", 1, 1), step / 4.0), dayOfTrip: 5)).ToList();

        Assert.Equal(byUse.Select(check => check.ChanceOfRunningOut).Order(), byUse.Select(check => check.ChanceOfRunningOut));
        Assert.Equal(byUse.Select(check => check.SafePaceGbPerDay).OrderDescending(), byUse.Select(check => check.SafePaceGbPerDay));
        Assert.Equal(byGb.Select(check => check.ChanceOfRunningOut).OrderDescending(), byGb.Select(check => check.ChanceOfRunningOut));
        Assert.Equal(inARow.Select(check => check.ChanceOfRunningOut).Order(), inARow.Select(check => check.ChanceOfRunningOut));
        Assert.Equal(daily.Select(check => check.LimitedDays).Order(), daily.Select(check => check.LimitedDays));
    }

    [Theory]
    [InlineData(0.7, 4, 4, 7, 31)]
    [InlineData(0.7, 6, 3, 5, 32)]
    [InlineData(2, 2, 5, 22, 33)]
    public void The_chance_from_here_is_that_of_simulated_trips_that_began_alike(double gb, int days, double used, double bought, int seed)
    {
        var seen = new TripSimulation(seed).RestAfter([new(gb, 0.2)], days, used, 10 - days, 400_000);
        var check = Check(A.Trip(A.Traveler("a", gb)), Line(A.Esim("line", bought, 10, 3000), used), dayOfTrip: days + 1);

        Assert.True(seen.Length > 4_000, $"only {seen.Length} trips began so");
        Assert.Equal((double)seen.Count(rest => rest > bought - used) / seen.Length, check.ChanceOfRunningOut!.Value, 0.015);
    }

    [Fact]
    public void On_the_last_day_one_day_is_left()
    {
        var check = Check(Solo, Line(TenDays, 5.5), dayOfTrip: 10);
        var after = Posterior.Of(Person(0.7), 9, 5.5, 0.01);

        Assert.Equal((9, 1, 1.5), (check.DaysUsed, check.DaysLeft, check.LastingPaceGbPerDay!.Value));
        Assert.Equal(after.Over(after.GbPerDay, 1).ChanceOver(1.5), check.ChanceOfRunningOut!.Value, 12);
    }

    [Fact]
    public void Everybody_on_a_line_counts_as_often_as_there_are()
    {
        var trip = A.Trip(A.Traveler("a", 0.7), A.Typical("b") with { Count = 3 }, A.Traveler("c", 0).With("laptop"));
        var check = Check(trip, Line(TenDays, 0) with { Clients = [new Connected("b", 2), new Connected("c", 1)] }, dayOfTrip: 1);

        Assert.Equal(0.7 + (2 * 0.7) + 0.5, check.ExpectedGbPerDay, 12);
    }

    [Theory]
    [InlineData(TetherPolicy.Forbidden, "hotspot-forbidden")]
    [InlineData(TetherPolicy.Unknown, "hotspot-unconfirmed")]
    [InlineData(TetherPolicy.Capped, "hotspot-unconfirmed")]
    [InlineData(TetherPolicy.Allowed, null)]
    public void A_hotspot_that_is_not_allowed_is_said_and_not_refused(TetherPolicy policy, string? code)
    {
        var trip = A.Trip(A.Traveler("a"), A.Traveler("b"));
        var plan = A.Esim("line", 100, 10, 3000).Tethers(policy);
        var shared = Check(trip, Line(plan, 0) with { Clients = [new Connected("b", 1)] }, dayOfTrip: 1);
        var alone = Check(trip, Line(plan, 0), dayOfTrip: 1);

        Assert.Equal(code is null ? [] : [code], shared.Reasons.Codes());
        Assert.Empty(alone.Reasons);
    }

    [Fact]
    public void The_cap_on_a_hotspot_is_said()
    {
        var check = Check(
            A.Trip(A.Traveler("a"), A.Traveler("b")),
            Line(A.Esim("line", 100, 10, 3000).Capped(5, TetherPer.Plan), 0) with { Clients = [new Connected("b", 1)] },
            dayOfTrip: 1);

        Assert.Equal(["hotspot-capped"], check.Reasons.Codes());
    }

    [Fact]
    public void Who_uses_nothing_runs_out_of_nothing()
    {
        var check = Check(A.Trip(A.Traveler("a", 0)), Line(TenDays, 0), dayOfTrip: 5);

        Assert.Equal((0, 0, UsageStatus.Fine), (check.ChanceOfRunningOut, check.ExpectedGbPerDay, check.Status));
        Assert.InRange(check.SafePaceGbPerDay!.Value, 0.5, 7 / 6.0);
    }

    [Fact]
    public void Who_was_said_to_use_nothing_and_does_is_expected_to_go_on()
    {
        var check = Check(A.Trip(A.Traveler("a", 0)), Line(TenDays, 4), dayOfTrip: 5);

        Assert.Equal(1, check.ExpectedGbPerDay, 12);
        Assert.Equal(UsageStatus.TopUp, Check(A.Trip(A.Traveler("a", 0)), Line(TenDays, 6.5), dayOfTrip: 5).Status);
    }

    internal static UsageCheck Check(Trip trip, LineInUse line, int dayOfTrip, params IEnumerable<Plan> plans) =>
        Assert.Single(UsageCheck.Of(
            trip, [line], A.Catalog(plans.Prepend(line.Plan).DistinctBy(plan => plan.Id)), trip.Stay.Arrival.AddDays(dayOfTrip - 1)));

    internal static LineInUse Line(Plan plan, double used, double? usedThisCycle = null) =>
        new() { Plan = plan, Buyer = "a", Started = First, GbUsed = used, GbUsedThisCycle = usedThisCycle };

    private static PooledDemand Person(double gb) => PooledDemand.Of([(gb, 0.2, 1)], A.Usage.Spread);
}
