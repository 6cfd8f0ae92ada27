using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>How good the best basket of a strategy is, and nothing else of it.</summary>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="HasClients">Whether somebody connects through another.</param>
public sealed record StrategyResult(string Strategy, Score Score, bool HasClients)
{
    private const string PerPersonName = "per-person";

    /// <summary>Null where the strategy cannot serve the party.</summary>
    public static StrategyResult? Of(Answer answer) => answer.Basket is { } basket
        ? new StrategyResult(answer.Strategy, basket.Score, basket.Pods.Any(placed => !placed.Clients.IsEmpty))
        : null;

    /// <summary>Null where the strategy cannot serve the party.</summary>
    public static StrategyResult? Of(PodTable pods, Strategy strategy) => BestPods.Of(pods, strategy) is { } found
        ? new StrategyResult(strategy.Name, found.Aggregate(default(Score), (sum, pod) => sum + pod.Score), found.Any(pod => pod.ClientPeople > 0))
        : null;

    /// <summary>
    /// Name of the strategy to follow; null where nobody can be served. The mix is never worse than the others. Where another strategy finds the same
    /// basket, that plainer name is the advice. A basket with clients in it is never called per-person.
    /// </summary>
    /// <param name="results">Of the four strategies in their order, the mix last.</param>
    public static string? Recommended(ImmutableArray<StrategyResult?> results) => results[^1] is { } mix
        ? results.OfType<StrategyResult>().First(one => one.Score.IsAsGoodAs(mix.Score) && !(one.Strategy == PerPersonName && one.HasClients)).Strategy
        : null;
}
