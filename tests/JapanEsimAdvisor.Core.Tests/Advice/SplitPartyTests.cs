using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>Parties that split up: "2 + 3, 4 hours", children who go with somebody, people who must be reachable.</summary>
public sealed class SplitPartyTests
{
    private static readonly Plan Line = A.Esim("line", 200, 10, 6000);

    private static readonly Traveler[] TwoAndThree =
    [
        A.Traveler("two") with { Count = 2, Group = "A", HoursApartPerDay = 4 },
        A.Traveler("three") with { Count = 3, Group = "B", HoursApartPerDay = 4 },
    ];

    [Fact]
    public void Two_and_three_who_part_for_four_hours_share_a_line_in_each_group()
    {
        var best = Advise(TwoAndThree).Best!.Basket!;

        Assert.Equal(
            [("three", "three", 2), ("two", "two", 1)],
            best.Pods.Select(placed => (placed.Host, placed.Clients[0].Traveler, placed.Clients[0].Count)).Order());
        Assert.All(best.Pods, placed => Assert.Equal((PodKind.Hotspot, 1), (placed.Pod.Kind, placed.Times)));
    }

    [Fact]
    public void Nobody_pays_for_being_apart_inside_a_group()
    {
        var advice = Advise(TwoAndThree);

        Assert.All(advice.Best!.Basket!.Pods, placed => Assert.Equal(0, placed.Pod.Cost.Apart));
        Assert.DoesNotContain("offline-when-apart", advice.Best.Warnings.Codes());
    }

    /// <summary>
    /// A host of the larger group: two clients of the other are offline 4 hours of 10 days at 150 yen, of the smaller
    /// one three are.
    /// </summary>
    [Fact]
    public void One_phone_for_both_groups_pays_for_those_of_the_other()
    {
        var shared = Advise(TwoAndThree).Answer("shared-hotspot");

        Assert.Equal(2 * 4 * 10 * 150, Assert.Single(shared.Basket!.Pods).Pod.Cost.Apart);
        Assert.Equal(
            ("three", "two"),
            (shared.Basket.Pods[0].Host, Assert.Single(shared.Warnings, warning => warning.Code == "offline-when-apart").Travelers[0]));
    }

    [Fact]
    public void Without_groups_four_hours_apart_mean_a_line_each()
    {
        Assert.Equal(
            5, Advise([.. TwoAndThree.Select(traveler => traveler with { Group = null })]).Best!.Basket!.Pods.Sum(placed => placed.Times));
    }

    [Fact]
    public void The_same_group_for_all_is_no_splitting_at_all()
    {
        Assert.Single(Advise([.. TwoAndThree.Select(traveler => traveler with { Group = "A" })]).Best!.Basket!.Pods);
    }

    /// <summary>
    /// The child is with whoever carries the line: offline only while that parent is away, which a parent who stays is
    /// never.
    /// </summary>
    [Fact]
    public void A_child_who_is_never_alone_rides_with_the_parent_who_stays()
    {
        var child = A.Traveler("child", 0.3) with { NeverAlone = true };
        var advice = Advise(A.Traveler("goes", 0.8) with { HoursApartPerDay = 6 }, A.Traveler("stays", 0.9), child);
        var pod = Assert.Single(advice.Best!.Basket!.Pods, placed => placed.Clients.Any(client => client.Traveler == "child"));

        Assert.Equal(("stays", 0.0), (pod.Host, pod.Pod.Cost.Apart));
        Assert.DoesNotContain(
            advice.Answers.SelectMany(answer => answer.Basket?.Pods ?? []),
            placed => placed.Host == "child" && !placed.Clients.IsEmpty);
    }

    [Fact]
    public void Who_must_be_reachable_when_apart_gets_a_line()
    {
        var together = Advise(A.Traveler("a"), A.Traveler("b", 0.3));
        var apart = Advise(A.Traveler("a"), A.Traveler("b", 0.3) with { ReachableWhenApart = true, HoursApartPerDay = 0.5 });

        Assert.Single(together.Best!.Basket!.Pods);
        Assert.All(
            apart.Answers.Where(answer => answer.IsFeasible),
            answer => Assert.Contains(answer.Basket!.Pods, placed => placed.Host == "b"));
    }

    [Fact]
    public void Who_must_be_reachable_may_share_with_the_own_group()
    {
        var reachable = A.Traveler("b", 0.3) with { ReachableWhenApart = true, HoursApartPerDay = 4, Group = "A" };

        Assert.Single(Advise(A.Traveler("a") with { Group = "A", HoursApartPerDay = 4 }, reachable).Best!.Basket!.Pods);
    }

    private static Recommendation Advise(params Traveler[] travelers) => A.Advise(A.Trip(travelers), A.Catalog(Line));
}
