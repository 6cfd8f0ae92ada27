using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Tests.Oracles;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Advice;

public sealed class BasketTests
{
    private static readonly Plan Line = A.Esim("line", 100, 10, 3000);

    [Fact]
    public void The_id_does_not_depend_on_names()
    {
        Assert.Equal(Best(A.Traveler("ann"), A.Traveler("bob", 2)).Id, Best(A.Traveler("zoe"), A.Traveler("yan", 2)).Id);
        Assert.Equal(Best(A.Traveler("a"), A.Traveler("b", 2)).Id, Best(A.Traveler("b", 2), A.Traveler("a")).Id);
    }

    [Fact]
    public void The_id_depends_on_what_is_bought()
    {
        var other = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b", 2)), A.Catalog(Line with { Id = "other" })).Best!.Basket!;

        Assert.NotEqual(Best(A.Traveler("a"), A.Traveler("b", 2)).Id, other.Id);
        Assert.Matches("^[0-9a-f]{16}$", other.Id);
    }

    [Fact]
    public void Different_baskets_of_one_party_have_different_ids()
    {
        var advice = A.Advise(A.Trip(A.Traveler("a"), A.Traveler("b")), A.Catalog(Line, A.Router("router", 900, 50)));

        Assert.Equal(3, advice.Answers.Select(answer => answer.Basket!.Id).Distinct().Count());
    }

    [Fact]
    public void People_of_a_type_are_handed_out_in_the_order_of_the_request()
    {
        var basket = Best(A.Traveler("z"), A.Traveler("m"), A.Traveler("a"));

        Assert.Equal("z", basket.Pods[0].Host);
        Assert.Equal([new Connected("m", 1), new Connected("a", 1)], basket.Pods[0].Clients);
    }

    [Fact]
    public void Pods_alike_of_one_traveler_are_told_once()
    {
        var trip = A.Trip(A.Traveler("twins") with { Count = 4 });
        var basket = A.Advise(trip, A.Catalog(Line)).Answer("per-person").Basket!;
        var shared = A.Advise(trip, A.Catalog(Line)).Answer("shared-hotspot").Basket!;

        Assert.Equal(("twins", 4), (Assert.Single(basket.Pods).Host, basket.Pods[0].Times));
        Assert.Equal([new Connected("twins", 3)], Assert.Single(shared.Pods).Clients);
        Assert.Equal(4 * 3300, basket.ExpectedTotal, 0.01);
    }

    [Fact]
    public void Everybody_is_placed_once()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (trip, catalog) = RandomParty.Of(seed);
            var counted = trip with { Travelers = trip.Travelers.SetItem(0, trip.Travelers[0] with { Count = 1 + (seed % 3) }) };
            Assert.All(
                A.Advise(counted, catalog).Answers.Where(answer => answer.IsFeasible),
                answer => AssertPlaced(counted, answer.Basket!));
        }
    }

    private static void AssertPlaced(Trip trip, Basket basket)
    {
        var placed = basket.Pods
            .SelectMany(
                pod => pod.Clients.Select(client => (client.Traveler, Count: client.Count * pod.Times)).Append((pod.Host, pod.Times)))
            .GroupBy(one => one.Item1, one => one.Item2)
            .ToDictionary(group => group.Key, group => group.Sum());

        Assert.Equal(trip.Travelers.ToDictionary(traveler => traveler.Id, traveler => traveler.Count), placed);
        Assert.All(basket.Pods, pod => Assert.Equal(pod.Pod.Members.People, 1 + pod.Clients.Sum(client => client.Count)));
        Assert.All(
            basket.Pods.Where(pod => pod.Pod.Kind is PodKind.OwnEsim or PodKind.OwnOther or PodKind.NoLine),
            pod => Assert.Empty(pod.Clients));
    }

    private static Basket Best(params Traveler[] travelers) => A.Advise(A.Trip(travelers), A.Catalog(Line)).Best!.Basket!;
}
