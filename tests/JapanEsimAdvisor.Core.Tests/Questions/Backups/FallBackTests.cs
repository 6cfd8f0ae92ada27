using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Tests.Questions.Backups;

/// <summary>What each person can do when something fails, worked by hand.</summary>
public sealed class FallBackTests
{
    private static readonly Plan Softbank = A.Esim("soft", 100, 10, 3000) with { Networks = ["softbank"] };

    private static readonly Plan Number = A.Esim("number", 100, 10, 9000) with { Networks = ["docomo"], JapaneseNumber = true };

    private static readonly Traveler Ann = A.Traveler("a");

    private static readonly Traveler Bob = A.Traveler("b");

    private static readonly Traveler Cid = A.Traveler("c") with { NeedsJapaneseNumber = true };

    [Fact]
    public void A_dead_hotspot_leaves_its_host_without_a_phone_and_its_client_alone_with_the_cure()
    {
        var (host, client) = Two(Of(FailureKind.HostPhone, A.Trip(Ann, Bob), Softbank));

        Assert.Equal(("a", true, true, false), (host.Traveler, host.IsHost, host.IsDead, host.IsAlone));
        Assert.Equal(("b", false, false, true), (client.Traveler, client.IsHost, client.IsDead, client.IsAlone));
        Assert.Equal("soft", client.Failure.Cure!.Bundle.Plan.Id);
        Assert.All([host, client], one => Assert.Empty(one.Sharers.Concat(one.Companions)));
    }

    [Fact]
    public void Whose_companion_may_share_a_line_on_another_phone_is_sent_there()
    {
        var (host, client) =
            Two(Of(
                FailureKind.HostPhone,
                A.Trip(Ann, Bob.WithoutEsim(), Cid),
                Softbank,
                Number with { Tethering = new(TetherPolicy.Capped, 1, TetherPer.Plan) }));

        Assert.All([host, client], one => Assert.Equal([new TravelerCount("c", 1)], one.Sharers));
        Assert.All([host, client], one => Assert.Empty(one.Companions));
        Assert.False(client.IsAlone);
    }

    [Fact]
    public void A_companion_whose_plan_forbids_or_does_not_say_keeps_the_line_to_themselves()
    {
        foreach (var policy in (TetherPolicy[])[TetherPolicy.Forbidden, TetherPolicy.Unknown])
        {
            var (_, client) = Two(Of(FailureKind.HostPhone, A.Trip(Ann, Bob, Cid), Softbank, Number.Tethers(policy)));

            Assert.Empty(client.Sharers);
            Assert.Equal([new TravelerCount("c", 1)], client.Companions);
        }
    }

    [Fact]
    public void Who_walks_apart_is_sent_to_nobody()
    {
        var client =
            Of(FailureKind.Network, A.Trip(Ann with { HoursApartPerDay = 4 }, Cid), Softbank, Number).First(one => one.Traveler == "a");

        Assert.True(client.IsAlone);
        Assert.Empty(client.Sharers.Concat(client.Companions));
    }

    [Fact]
    public void Everybody_a_failure_cuts_off_has_a_fall_back_and_nobody_else()
    {
        var advice = A.Advise(A.Trip(Ann, Bob, Cid), A.Catalog(Softbank, Number.Tethers(TetherPolicy.Forbidden)));
        var basket = advice.Best!.Basket!;
        var backup = Backup.Of(basket, advice);
        var fallBacks = FallBack.AllOf(basket, advice, backup);

        Assert.Equal(backup.Failures.Sum(failure => failure.Offline.Length), fallBacks.Length);
        Assert.All(fallBacks, one => Assert.Contains(one.Failure.Offline, offline => offline.Traveler == one.Traveler));
        Assert.All(fallBacks, one => Assert.Equal(one.Failure.Alone.Any(alone => alone.Traveler == one.Traveler), one.IsAlone));
        Assert.All(fallBacks, one => Assert.Equal(one.IsHost, basket.Pods[one.Pod].Host == one.Traveler));
        Assert.All(fallBacks.Where(one => !one.IsDead), one => Assert.Equal(one.IsAlone, one.Sharers.Length + one.Companions.Length == 0));
    }

    [Fact]
    public void Of_pods_alike_the_others_stay_online()
    {
        var trip = A.Trip(Ann with { Phone = "one-client", Count = 4 });
        var advice = A.Advise(trip, A.Catalog(Softbank));
        var pods = advice.Answers.First(answer => answer.Strategy == "shared-hotspot").Basket!;
        var fallBacks = FallBack.AllOf(pods, advice, Backup.Of(pods, advice))
            .Where(one => one.Failure.Kind == FailureKind.HostPhone)
            .ToList();

        Assert.Equal(2, Assert.Single(pods.Pods).Times);
        Assert.Equal([true, false], fallBacks.Select(one => one.IsDead));
        Assert.All(fallBacks, one => Assert.Equal([new TravelerCount("a", 1)], one.Sharers));
        Assert.All(fallBacks, one => Assert.Equal([new TravelerCount("a", 1)], one.Companions));
    }

    private static List<FallBack> Of(FailureKind kind, Trip trip, params Plan[] plans)
    {
        var advice = A.Advise(trip, A.Catalog(plans));
        var basket = advice.Answers.First(answer => answer.Strategy == "mix").Basket!;
        return [.. FallBack.AllOf(basket, advice, Backup.Of(basket, advice)).Where(one => one.Failure.Kind == kind)];
    }

    private static (FallBack Host, FallBack Client) Two(List<FallBack> both)
    {
        Assert.Equal(2, both.Count);
        return (both[0], both[1]);
    }
}
