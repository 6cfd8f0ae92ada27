using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Pods;

/// <summary>Limits met or not, capped tethering, and use that is none.</summary>
public sealed class PodRiskTests
{
    private static readonly Traveler Host = A.Traveler("a", 0.7).With("laptop");

    private static readonly Traveler Guest = A.Traveler("b", 0.9);

    [Theory]
    [InlineData(0.2, 2)]
    [InlineData(0.9, 0)]
    public void A_limit_not_met_counts_everybody_in_the_pod(double wish, int unmet)
    {
        var trip = A.Trip(Host, Guest) with { MaxChanceOfRunningOut = wish };
        var pod = new PartyUnderTest(trip, A.Catalog(A.Esim("esim", 20, 10, 2000))).Pod(PodKind.Hotspot, "esim", "a", "b")!;

        Assert.InRange(pod.Risk.ChanceOfRunningOut!.Value, 0.21, 0.89);
        Assert.Equal(unmet, pod.Unmet);
    }

    [Fact]
    public void A_wish_just_met_is_met()
    {
        var catalog = A.Catalog(A.Esim("esim", 20, 10, 2000));
        var chance = new PartyUnderTest(
            A.Trip(Host, Guest),
            catalog).Pod(PodKind.Hotspot, "esim", "a", "b")!.Risk.ChanceOfRunningOut!.Value;

        Assert.Equal(0, new PartyUnderTest(
            A.Trip(Host, Guest) with { MaxChanceOfRunningOut = chance },
            catalog).Pod(PodKind.Hotspot, "esim", "a", "b")!.Unmet);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 0)]
    public void A_daily_plan_meets_the_limit_by_its_share_at_full_speed(double gb, int unmet)
    {
        var pod = new PartyUnderTest(A.Trip(Host), A.Catalog(A.Daily("daily", gb, 300))).Pod(PodKind.OwnEsim, "daily", "a")!;
        var share = 1 - (pod.Demand.Over(1.2, 1).ExpectedOver(gb) / 1.2);

        Assert.Equal(unmet == 0, share >= 0.85);
        Assert.Equal(unmet, pod.Unmet);
    }

    [Theory]
    [InlineData(TetherPer.Plan, 1, 10)]
    [InlineData(TetherPer.Day, 10, 1)]
    public void Capped_tethering_adds_the_clients_own_chance_over_its_own_cycle(TetherPer per, int count, int days)
    {
        var cap = per == TetherPer.Day ? 2 : 15;
        var (free, capped) = (Pod(A.Esim("esim", 30, 10, 2000)), Pod(A.Esim("esim", 30, 10, 2000).Capped(cap, per)));
        var (clients, cycles) = (Clients(), new CycleUse([new CycleRun(count, days, cap)], 1));

        Assert.Equal(
            free.Risk.ChanceOfRunningOut!.Value + ShortageModel.ChanceOfRunningOut(cycles, clients),
            capped.Risk.ChanceOfRunningOut!.Value,
            9);
        Assert.Equal(free.Risk.ShortfallGb + ShortageModel.ShortfallGb(cycles, clients), capped.Risk.ShortfallGb, 9);
        Assert.Equal(ShortageModel.LimitedDays(cycles, clients), capped.Risk.LimitedDays!.Value, 9);
        Assert.Equal(capped.Risk.LimitedDays!.Value * 300, capped.Cost.LimitedDays, 6);
    }

    [Fact]
    public void Capped_tethering_never_says_more_than_certainty_or_more_than_the_use()
    {
        var pod = Pod(A.Esim("esim", 5, 10, 2000).Capped(0.01, TetherPer.Plan));

        Assert.Equal(1, pod.Risk.ChanceOfRunningOut);
        Assert.Equal(21, pod.Risk.ShortfallGb, 9);
        Assert.InRange(pod.Risk.LimitedDays!.Value, 9, 10);
    }

    [Fact]
    public void No_more_days_are_limited_than_there_are()
    {
        var pod = Pod(A.Esim("esim", 0.01, 10, 2000).Slows(384).Capped(0.01, TetherPer.Plan));

        Assert.Equal(10, pod.Risk.LimitedDays!.Value, 6);
        Assert.Equal(10 * 2 * 200, pod.Cost.LimitedDays, 0.1);
    }

    [Fact]
    public void A_cap_does_not_bind_who_connects_nobody()
    {
        var catalog = A.Catalog(A.Esim("esim", 30, 10, 2000).Capped(0.01, TetherPer.Plan));
        var pod = new PartyUnderTest(A.Trip(Guest), catalog).Pod(PodKind.OwnEsim, "esim", "b")!;

        Assert.Null(pod.Risk.LimitedDays);
        Assert.Equal(default, pod.ClientDemand);
    }

    [Fact]
    public void Who_uses_nothing_but_must_be_reached_needs_a_line_that_never_runs_short()
    {
        var silent = A.Traveler("a", 0) with { ReachableWhenApart = true };
        var party = new PartyUnderTest(A.Trip(silent), A.Catalog(A.Esim("esim", 1, 10, 500), A.Daily("daily", 1, 300)));

        Assert.Null(party.Factory.WithoutLine(party.Members("a")));
        Assert.Equal(new PodRisk(0, null, 0, 0), party.Pod(PodKind.OwnEsim, "esim", "a")!.Risk);
        Assert.Equal((0, 0), (party.Pod(PodKind.OwnEsim, "daily", "a")!.Unmet, party.Pod(PodKind.OwnEsim, "daily", "a")!.Cost.LimitedDays));
    }

    [Fact]
    public void Without_a_cap_nothing_runs_short()
    {
        var pod = Pod(A.PayAsYouGo("payg", 500));

        Assert.Equal((default, 0), (pod.Risk, pod.Unmet));
    }

    [Fact]
    public void A_pod_pools_everybodys_phones_and_devices()
    {
        var pod = Pod(A.Esim("esim", 30, 10, 2000).Capped(15, TetherPer.Plan));

        Assert.Equal(2.1, pod.Demand.GbPerDay, 12);
        Assert.Equal(1.4, pod.ClientDemand.GbPerDay, 12);
    }

    private static Pod Pod(Plan plan) => new PartyUnderTest(A.Trip(Host, Guest), A.Catalog(plan)).Pod(PodKind.Hotspot, plan.Id, "a", "b")!;

    /// <summary>The guest's phone and the host's laptop.</summary>
    private static PooledDemand Clients() =>
        PooledDemand.Of([(0.9, 0.2, 1), (0.5, 0.2, 1)], A.Usage.Spread);
}
