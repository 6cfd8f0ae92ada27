using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Pods;

/// <summary>Every row of the tariff worked by hand: ten days, balanced unless said otherwise.</summary>
public sealed class PodCostTests
{
    private static readonly Plan Plenty = A.Esim("plenty", 500, 10, 3000);

    private static readonly Traveler A1 = A.Traveler("a", 0.7) with { HoursApartPerDay = 1 };

    private static readonly Traveler B2 = A.Traveler("b", 0.9) with { HoursApartPerDay = 2 };

    private static readonly Traveler C0 = A.Traveler("c", 0);

    [Fact]
    public void An_eSIM_alone_costs_its_price_and_its_set_up()
    {
        var cost = Pod(PodKind.OwnEsim, Plenty, "a")!.Cost;

        AssertCost(new PodCost { Price = 3000, SetUpEsim = 300 }, cost);
        Assert.Equal(3300, cost.Total, 6);
    }

    [Fact]
    public void Limits_come_before_money_and_money_before_what_is_short()
    {
        static PodFigures Figures(int unmet, double price, double missing) =>
            new(new PodCost { Price = price }, new PodRisk(null, null, missing, 0), unmet);

        PodFigures[] inOrder = [Figures(0, 100, 1), Figures(0, 100, 2), Figures(0, 101, 0), Figures(1, 1, 0)];
        Assert.Equal(inOrder, inOrder.Reverse().OrderBy(one => one, Comparer<PodFigures>.Create((one, other) => one.CompareTo(other))));
        Assert.Equal(0, inOrder[0].CompareTo(Figures(0, 100, 1)));
    }

    [Fact]
    public void Two_packs_in_a_row_are_two_set_ups()
    {
        AssertCost(new PodCost { Price = 2000, SetUpEsim = 600 }, Pod(PodKind.OwnEsim, A.Esim("week", 500, 7, 1000), "a")!.Cost);
    }

    [Fact]
    public void A_SIM_card_is_swapped()
    {
        AssertCost(
            new PodCost { Price = 3000, SwapSim = 400 },
            Pod(PodKind.OwnOther, Plenty with { Medium = Medium.Sim }, "a", "dual-sim")!.Cost);
    }

    [Fact]
    public void An_identity_check_is_five_hundred()
    {
        AssertCost(
            new PodCost { Price = 3000, SetUpEsim = 300, IdentityCheck = 500 },
            Pod(PodKind.OwnEsim, Plenty with { IdentityCheck = true }, "a")!.Cost);
    }

    [Fact]
    public void Roaming_needs_no_set_up()
    {
        var pass = A.Roaming("pass", "home-op", 50, 500);
        var party = new PartyUnderTest(A.Trip(A1 with { HomeOperator = "home-op" }), A.Catalog(pass));

        AssertCost(new PodCost { Price = 5000 }, party.Pod(PodKind.OwnOther, "pass", "a")!.Cost);
    }

    [Fact]
    public void Pay_as_you_go_costs_the_expected_use()
    {
        AssertCost(new PodCost { Price = 4200, SetUpEsim = 300 }, Pod(PodKind.OwnEsim, A.PayAsYouGo("payg", 600), "a")!.Cost);
    }

    [Fact]
    public void A_hotspot_costs_battery_waiting_and_being_apart()
    {
        var cost = Pod(PodKind.Hotspot, Plenty, "a", null, "b", "c")!.Cost;

        AssertCost(
            new PodCost { Price = 3000, SetUpEsim = 300, HostBattery = 1000, ClientWaiting = 1200, Apart = 150 * (2 + 1) * 10 }, cost);
    }

    [Fact]
    public void A_router_costs_collecting_carrying_and_being_apart_but_nobody_waits()
    {
        var cost = Pod(PodKind.Router, A.Router("router", 500, 500), "a", null, "b", "c")!.Cost;

        AssertCost(new PodCost { Price = 5000, CollectRouter = 1000, RouterDaily = 1000, Apart = 4500 }, cost);
    }

    [Fact]
    public void The_own_laptop_empties_no_battery_of_a_host()
    {
        var party = new PartyUnderTest(A.Trip(A1.With("laptop")), A.Catalog(Plenty));

        AssertCost(new PodCost { Price = 3000, SetUpEsim = 300 }, party.Pod(PodKind.OwnEsim, "plenty", "a")!.Cost);
    }

    [Theory]
    [InlineData(Priority.Price, 0.5)]
    [InlineData(Priority.Balanced, 1)]
    [InlineData(Priority.Ease, 2.5)]
    public void The_preference_scales_every_trouble_and_no_price(Priority priority, double factor)
    {
        var trip = A.Trip(A1, B2) with { Priority = priority };
        var hotspot = new PartyUnderTest(
            trip, A.Catalog(Plenty with { IdentityCheck = true })).Pod(PodKind.Hotspot, "plenty", "a", "b")!.Cost;
        var router = new PartyUnderTest(trip, A.Catalog(A.Router("router", 500, 0.5))).Pod(PodKind.Router, "router", "a", "b")!;

        Assert.Equal((3000, (300 + 500 + 1000 + 600 + 3000) * factor), (hotspot.Price, Math.Round(hotspot.Inconvenience, 6)));
        Assert.Equal(router.Risk.LimitedDays!.Value * 2 * 300 * factor, router.Cost.LimitedDays, 6);
    }

    [Theory]
    [InlineData(AfterAction.Stops, null, 500)]
    [InlineData(AfterAction.Slows, 128, 300)]
    [InlineData(AfterAction.Unknown, null, 300)]
    [InlineData(AfterAction.Slows, 384, 200)]
    [InlineData(AfterAction.Slows, 1000, 80)]
    public void A_limited_day_costs_for_each_person_with_use(AfterAction after, int? kbps, double yen)
    {
        var daily = A.Daily("daily", 1, 300);
        var plan = daily with { Allowance = daily.Allowance with { After = after, AfterKbps = kbps } };
        var pod = Pod(PodKind.Hotspot, plan, "a", null, "b", "c")!;
        var limitedDays = 10 * pod.Demand.Over(1.6, 1).ChanceOver(1);

        Assert.Equal(limitedDays, pod.Risk.LimitedDays!.Value, 9);
        Assert.Equal(limitedDays * 2 * yen, pod.Cost.LimitedDays, 6);
        Assert.Null(pod.Risk.ChanceOfRunningOut);
    }

    [Fact]
    public void A_line_held_down_below_a_megabit_is_limited_every_day()
    {
        var slow = A.Unlimited("slow", 10, 2000) with { Allowance = new Allowance { Kind = AllowanceKind.Unlimited, SpeedKbps = 384 } };
        var pod = Pod(PodKind.OwnEsim, slow, "a")!;

        Assert.Equal((10, 7, 1), (Math.Round(pod.Risk.LimitedDays!.Value, 9), Math.Round(pod.Risk.ShortfallGb, 9), pod.Unmet));
        Assert.Equal(2000, pod.Cost.LimitedDays, 6);
    }

    [Fact]
    public void Top_ups_cost_their_expected_number_times_their_price()
    {
        var pod = Pod(PodKind.OwnEsim, A.Esim("tight", 6, 10, 2000).OwnTopUp(1, 450), "a")!;
        var use = pod.Demand.Over(7, 10);
        var expected = Enumerable.Range(0, 1000).Sum(k => use.ChanceOver(6 + k));

        Assert.Equal(expected, pod.Risk.TopUps, 9);
        Assert.Equal(450 * expected, pod.Cost.TopUps, 6);
        Assert.Equal(0, pod.Cost.LimitedDays);
    }

    [Fact]
    public void What_charges_costs_by_the_gigabyte_past_the_allowance()
    {
        var plan = A.Esim(
            "charged", 6, 10, 2000) with
        { Allowance = A.Fixed(6, AfterAction.Charged) with { AfterPricePerGb = A.Yen(900) } };
        var pod = Pod(PodKind.OwnEsim, plan, "a")!;

        Assert.Equal(900 * pod.Demand.Over(7, 10).ExpectedOver(6), pod.Cost.TopUps, 6);
    }

    [Fact]
    public void Nobody_pays_twice_for_a_shortage()
    {
        var pod = Pod(PodKind.OwnEsim, A.Esim("slowing", 6, 10, 2000).Slows(128), "a")!;

        Assert.Equal((0, 0), (pod.Cost.TopUps, pod.Risk.TopUps));
        Assert.NotNull(pod.Risk.ChanceOfRunningOut);
        Assert.Equal(pod.Risk.LimitedDays!.Value * 300, pod.Cost.LimitedDays, 6);
    }

    [Fact]
    public void Who_needs_no_line_costs_nothing()
    {
        var party = new PartyUnderTest(A.Trip(A1, C0), A.Catalog(Plenty));

        Assert.Equal(default, party.Factory.WithoutLine(party.Members("c"))!.Cost);
        Assert.Null(party.Factory.WithoutLine(party.Members("a")));
    }

    private static Pod? Pod(PodKind kind, Plan plan, string host, string? phone = null, params string[] clients) =>
        new PartyUnderTest(A.Trip(A1 with { Phone = phone }, B2, C0), A.Catalog(plan)).Pod(kind, plan.Id, host, clients);

    private static void AssertCost(PodCost expected, PodCost cost)
    {
        var negligible = new PodCost(0, cost.TopUps, 0, 0, 0, 0, 0, 0, 0, 0, cost.LimitedDays);

        Assert.InRange(negligible.Total, 0, 0.01);
        Assert.Equal(expected.Price, cost.Price, 6);
        Assert.Equal(expected, cost with { Price = expected.Price, TopUps = 0, LimitedDays = 0 });
    }
}
