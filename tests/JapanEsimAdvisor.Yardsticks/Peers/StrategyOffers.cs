using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Yardsticks.Peers;

/// <summary>A pod as a solver sees it that minimizes a strategy's score.</summary>
/// <param name="Counts">People of each type in it.</param>
/// <param name="Marks">Whether the strategy <see cref="Strategy.Marks"/> it.</param>
public sealed record StrategyOffer(ImmutableArray<int> Counts, Score Score, bool Marks);

/// <summary>
/// The set partition behind one strategy: everybody in exactly one pod, at the least score, people alike counted and
/// not listed.
/// </summary>
/// <param name="People">People of each type.</param>
/// <param name="NeedsMark">Whether at least one pod must be marked.</param>
public sealed record StrategyOffers(ImmutableArray<int> People, ImmutableArray<StrategyOffer> Offers, bool NeedsMark)
{
    /// <summary>The very pods the search itself works with.</summary>
    public static StrategyOffers Of(PodTable table, Strategy strategy) => new(
        table.SubParties.Counts(table.SubParties.Everybody),
        [.. from pods in table.Pods
            let counts = table.SubParties.Counts(pods.SubParty)
            from pod in pods.Best
            where strategy.Allows(pod)
            select new StrategyOffer(counts, strategy.ScoreOf(pod), strategy.Marks(pod))],
        strategy.MustContain is not null);
}
