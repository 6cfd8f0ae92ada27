using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The score of the best basket of a strategy, without the basket.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="Score">The score without the coordinate of the strategy.</param>
/// <param name="HasClients">True where somebody connects through another person.</param>
public sealed record StrategyResult(string Strategy, Score Score, bool HasClients)
{
    private const string PerPersonName = "per-person";

    /// <summary>The result of an answer; null where the strategy cannot serve the party.</summary>
    public static StrategyResult? Of(Answer answer) => answer.Basket is { } basket
        ? new StrategyResult(answer.Strategy, basket.Score, basket.Pods.Any(placed => !placed.Clients.IsEmpty))
        : null;

    /// <summary>Searches the best basket of a strategy; null where the strategy cannot serve the party.</summary>
    public static StrategyResult? Of(PodTable pods, Strategy strategy) => BestPods.Of(pods, strategy) is { } found
        ? new StrategyResult(
            strategy.Name,
            found.Aggregate(default(Score), (sum, pod) => sum + pod.Score),
            found.Any(pod => pod.ClientPeople > 0))
        : null;

    /// <summary>
    /// Name of the recommended strategy; null where no strategy can serve the party. The mix is never worse than the
    /// others. Where another strategy is as good as the mix, that simpler name is the advice. A basket with clients is
    /// never called per-person.
    /// </summary>
    /// <param name="results">Results of the four strategies in their order, the mix last.</param>
    public static string? Recommended(ImmutableArray<StrategyResult?> results) => results[^1] is { } mix
        ? results.OfType<StrategyResult>()
            .First(one => one.Score.IsAsGoodAs(mix.Score) && !(one.Strategy == PerPersonName && one.HasClients))
            .Strategy
        : null;
}
