using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Tests.Advice;

public sealed class GroupRiskTests
{
    private const int Trips = 30_000;

    [Fact]
    public void Somebody_of_three_runs_out_as_often_as_on_simulated_trips()
    {
        var trip = A.Trip(Alone("a", 0.7), Alone("b", 0.9), Alone("c", 0.5)) with { MaxChanceOfRunningOut = 1 };
        var answer = A.Advise(trip, A.Catalog(A.Esim("line", 10, 10, 3000))).Answer("per-person");
        List<TripSimulation.Pod> pods = [TenGigabytes(0.7), TenGigabytes(0.9), TenGigabytes(0.5)];

        Assert.All(answer.Basket!.Pods, placed => Assert.Equal(1, placed.Pod.Bundle!.Orders));
        Assert.Equal(new TripSimulation(5).ChanceThatSomebodyRunsOut(pods, Trips), answer.Risk!.ChanceOfRunningOut!.Value, 0.015);
    }

    [Fact]
    public void Somebody_of_two_pods_with_cycles_runs_out_as_often_as_on_simulated_trips()
    {
        var trip = A.Trip(Alone("a", 0.7), Alone("b", 0.6) with { Use = new Use.Profile("typical") });
        var line = A.Esim("line", 7, 7, 3000) with { SellerId = "x" };
        var answer = A.Advise(trip with { MaxChanceOfRunningOut = 1 }, A.Catalog(line)).Answer("per-person");
        CycleRun[] weeks = [new(1, 7, 7), new(1, 3, 7)];
        List<TripSimulation.Pod> pods = [new([new(0.7, 0.2)], weeks), new([new(0.7, 0.5)], weeks)];

        Assert.Equal(new TripSimulation(6).ChanceThatSomebodyRunsOut(pods, Trips), answer.Risk!.ChanceOfRunningOut!.Value, 0.015);
    }

    [Fact]
    public void People_of_one_traveler_count_as_often_as_there_are()
    {
        var catalog = A.Catalog(A.Esim("line", 10, 10, 3000));
        var listed = A.Trip(Alone("a", 0.8), Alone("b", 0.8), Alone("c", 0.8));
        var counted = A.Trip(Alone("a", 0.8) with { Count = 3 });

        Assert.Equal(
            A.Advise(listed, catalog).Answer("per-person").Risk!.ChanceOfRunningOut!.Value,
            A.Advise(counted, catalog).Answer("per-person").Risk!.ChanceOfRunningOut!.Value,
            12);
    }

    [Fact]
    public void A_shared_trip_makes_bad_luck_less_than_independent()
    {
        var answer = A.Advise(A.Trip(Alone("a", 0.8) with { Count = 3 }), A.Catalog(A.Esim("line", 10, 10, 3000))).Answer("per-person");
        var alone = answer.Basket!.Pods[0].Pod.Risk.ChanceOfRunningOut!.Value;

        Assert.InRange(answer.Risk!.ChanceOfRunningOut!.Value, alone, 1 - Math.Pow(1 - alone, 3));
    }

    [Fact]
    public void Daily_plans_have_no_such_chance_and_the_limited_days_of_the_worst_pod()
    {
        var answer = A.Advise(A.Trip(Alone("a", 0.5), Alone("b", 1.5)), A.Catalog(A.Daily("daily", 1, 300))).Answer("per-person");
        var days = answer.Basket!.Pods.Select(placed => placed.Pod.Risk.LimitedDays!.Value).ToList();

        Assert.Null(answer.Risk!.ChanceOfRunningOut);
        Assert.Equal(days.Max(), answer.Risk.LimitedDays);
        Assert.NotEqual(days.Min(), days.Max());
    }

    [Fact]
    public void The_share_at_full_speed_is_that_of_the_partys_whole_use()
    {
        var answer = A.Advise(A.Trip(Alone("a", 0.5), Alone("b", 1.5)), A.Catalog(A.Daily("daily", 1, 300))).Answer("per-person");
        var shortfall = answer.Basket!.Pods.Sum(placed => placed.Pod.Risk.ShortfallGb);

        Assert.Equal(1 - (shortfall / 20), answer.Risk!.FullSpeedShare, 12);
    }

    [Fact]
    public void Nobodys_use_is_all_at_full_speed()
    {
        Assert.Equal(1, GroupRisk.ShareOf(0, 0));
        Assert.Equal(0, GroupRisk.ShareOf(5, 4));
        Assert.Equal(new GroupRisk(null, null, 1), A.Advise(A.Trip(A.Traveler("a", 0)), A.Catalog()).Best!.Risk);
    }

    [Fact]
    public void Capped_tethering_counts_for_the_group_too()
    {
        var trip = A.Trip(A.Traveler("a"), A.Traveler("b"));
        var (free, capped) = (A.Esim("line", 20, 10, 3000), A.Esim("line", 20, 10, 3000).Capped(5, Core.Catalog.TetherPer.Plan));

        Assert.True(Shared(trip, capped) > Shared(trip, free) + 0.3);
    }

    private static TripSimulation.Pod TenGigabytes(double gb) => new([new(gb, 0.2)], [new CycleRun(1, 10, 10)]);

    private static double Shared(Trip trip, Core.Catalog.Plan plan)
    {
        var answer = A.Advise(trip with { MaxChanceOfRunningOut = 1 }, A.Catalog(plan)).Answer("shared-hotspot");
        Assert.Equal(PodKind.Hotspot, answer.Basket!.Pods[0].Pod.Kind);
        return answer.Risk!.ChanceOfRunningOut!.Value;
    }

    private static Traveler Alone(string id, double gb) => A.Traveler(id, gb) with { HoursApartPerDay = 8 };
}
