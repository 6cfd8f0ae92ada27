using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Tests.Oracles;

namespace JapanEsimAdvisor.Core.Tests.Advice;

/// <summary>Parties of several times what one phone or router serves, where most pods are passed over for what they leave.</summary>
public sealed class BestPodsTests
{
    private const double Negligible = 1e-6;

    private static readonly int[] Seeds = [.. Enumerable.Range(0, FullRun.Of(70, 200))];

    [Fact]
    public void Pods_passed_over_are_in_no_better_basket_of_any_strategy()
    {
        var deep = 0;
        foreach (var seed in Seeds)
        {
            var advice = Large(seed);
            foreach (var strategy in All(advice))
            {
                deep += AssertBest(advice, strategy, $"seed {seed}, {strategy.Name}");
            }
        }

        Assert.InRange(deep, 30, int.MaxValue);
    }

    /// <summary>Whether the basket takes at least three hosts.</summary>
    private static int AssertBest(Recommendation advice, Strategy strategy, string because)
    {
        var oracle = new EveryPod(advice.Pods, strategy);
        var (best, found) = (oracle.Best(), BestPods.Of(advice.Pods, strategy));
        Assert.True(best is null == found is null, because);
        if (best is not { } least)
        {
            return 0;
        }

        var score = oracle.ScoreOf(found!.Value);
        Assert.True(
            (least.First, least.Unmet) == (score.First, score.Unmet) && Math.Abs(least.Total - score.Total) < Negligible,
            $"{because}: best {least}, found {score}");
        return found.Value.Count(pod => pod.ClientPeople > 0) >= 3 ? 1 : 0;
    }

    private static IEnumerable<Strategy> All(Recommendation advice) =>
        [.. Strategies.Four(advice.Types, advice.Pods), Strategies.SomebodyShares, Strategies.NobodyShares];

    /// <summary>Up to three kinds of people, three to six of each, on phones that serve few.</summary>
    private static Recommendation Large(int seed)
    {
        var (trip, catalog) = RandomParty.Of(seed, 3);
        var people = trip.Travelers.Select((traveler, index) => traveler with
        {
            Count = 3 + ((seed + index) % 4),
            Phone = (seed + index) % 3 == 0 || traveler.Phone == "feature-phone" ? "one-client" : traveler.Phone,
        });
        return A.Advise(trip with { Travelers = [.. people] }, catalog);
    }
}
