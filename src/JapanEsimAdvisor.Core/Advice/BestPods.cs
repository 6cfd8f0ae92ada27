using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Finds the best pods for every sub-party under a strategy. Not safe for use by several threads.</summary>
public sealed class BestPods
{
    private readonly ImmutableArray<Pod> _pods;

    private readonly Partitions _partitions;

    /// <summary>Prepares the search over a party's pods.</summary>
    /// <exception cref="OperationCanceledException">The cancellation token of the table was canceled.</exception>
    public BestPods(PodTable table, Strategy strategy)
    {
        var (pods, candidates) = (ImmutableArray.CreateBuilder<Pod>(), ImmutableArray.CreateBuilder<Candidate>());
        foreach (var (subParty, known) in table.Pods)
        {
            foreach (var isMarked in (ReadOnlySpan<bool>)[false, true])
            {
                if (Best(known, strategy, isMarked) is { } pod)
                {
                    pods.Add(pod);
                    candidates.Add(new Candidate(subParty, strategy.ScoreOf(pod), isMarked));
                }
            }
        }

        _pods = pods.DrainToImmutable();
        _partitions = new Partitions(table.SubParties, candidates.DrainToImmutable(), strategy.MustContain is not null, table.Cancellation);
    }

    /// <summary>The pods of the best basket under a strategy; null where the strategy cannot serve the party.</summary>
    public static ImmutableArray<Pod>? Of(PodTable table, Strategy strategy) =>
        new BestPods(table, strategy).Of(table.SubParties.Everybody);

    /// <summary>The best pods of a sub-party; null where the strategy cannot serve it.</summary>
    /// <param name="subParty">Number of the sub-party.</param>
    public ImmutableArray<Pod>? Of(int subParty) =>
        _partitions.Of(subParty) is { } found ? [.. found.Select(index => _pods[index])] : null;

    private static Pod? Best(ImmutableArray<Pod> pods, Strategy strategy, bool isMarked)
    {
        var best = default(Pod);
        foreach (var pod in pods)
        {
            if (strategy.Allows(pod) && strategy.Marks(pod) == isMarked && (best is null || Compare(pod, best, strategy) < 0))
            {
                best = pod;
            }
        }

        return best;
    }

    private static int Compare(Pod pod, Pod rival, Strategy strategy)
    {
        var order = strategy.ScoreOf(pod).CompareTo(strategy.ScoreOf(rival));
        order = order != 0 ? order : pod.Risk.ShortfallGb.CompareTo(rival.Risk.ShortfallGb);
        return order != 0 ? order : string.CompareOrdinal(pod.PlanId, rival.PlanId);
    }
}
