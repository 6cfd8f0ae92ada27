using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The best way to split a party into pods, exact: over sub-parties, always placing somebody of the first type left,
/// <c>best(S) = min{ pod(C) + best(S∖C) : C ⊆ S, lowest(S) ∈ C }</c> (decision model, section 5; set partition by subset dynamic programming,
/// Yeh 1986). Scores add coordinate by coordinate and compare lexicographically, so one best value a sub-party is enough.
/// </summary>
public static class PartyPartition
{
    /// <summary>The pods of the best partition under a strategy; null where the party cannot be served so.</summary>
    public static ImmutableArray<Pod>? Solve(PodTable table, IStrategy strategy) => BestOf(table, strategy).PodsOf(table.States.Everybody);

    /// <summary>The best partition of every sub-party under a strategy.</summary>
    public static SubParties BestOf(PodTable table, IStrategy strategy) => new(new BestPartitions(table, strategy).PodsOf);
}

/// <summary>The best partition of every sub-party, read one at a time.</summary>
public sealed class SubParties(Func<int, ImmutableArray<Pod>?> pods)
{
    /// <summary>Pods of the best partition of a sub-party of <see cref="PartyStates"/>; null where it cannot be served.</summary>
    public ImmutableArray<Pod>? PodsOf(int state) => pods(state);
}

/// <summary>What a partition is judged by: a strategy's own coordinates first, then limits not met, then expected total in unrounded yen.</summary>
public readonly record struct Score(int First, int Second, int Unmet, double Total)
{
    public static Score operator +(Score one, Score other) =>
        new(one.First + other.First, one.Second + other.Second, one.Unmet + other.Unmet, one.Total + other.Total);

    public int CompareTo(Score other) => (First, Second, Unmet, Total).CompareTo((other.First, other.Second, other.Unmet, other.Total));
}
