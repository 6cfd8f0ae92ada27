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
    public static SubParties BestOf(PodTable table, IStrategy strategy)
    {
        var offers = OffersByLowest(table, strategy);
        var best = new Step?[2, table.States.Count];
        best[0, 0] = new Step(default, null, 0, 0);
        for (var state = 1; state < table.States.Count; state++)
        {
            Improve(state, offers[table.States.Lowest(state)], table.States, best);
        }

        return new SubParties(state => Path(best, state, strategy.NeedsMark ? 1 : Cheaper(best, state)));
    }

    private static int Cheaper(Step?[,] best, int state) =>
        best[0, state] is { } plain && (best[1, state] is not { } marked || plain.Score.CompareTo(marked.Score) <= 0) ? 0 : 1;

    private static void Improve(int state, List<Offer> offers, PartyStates states, Step?[,] best)
    {
        foreach (var offer in offers)
        {
            if (offer.State > state)
            {
                break;
            }

            if (!states.IsPartOf(offer.State, state))
            {
                continue;
            }

            for (var mark = 0; mark < 2; mark++)
            {
                Take(offer, mark, state, best);
            }
        }
    }

    private static void Take(Offer offer, int mark, int state, Step?[,] best)
    {
        if (best[mark, state - offer.State] is not { } rest)
        {
            return;
        }

        var (score, after) = (rest.Score + offer.Score, mark | (offer.Marks ? 1 : 0));
        if (best[after, state] is not { } known || score.CompareTo(known.Score) < 0)
        {
            best[after, state] = new Step(score, offer.Pod, mark, state - offer.State);
        }
    }

    private static ImmutableArray<Pod>? Path(Step?[,] best, int state, int mark)
    {
        if (best[mark, state] is null)
        {
            return null;
        }

        var pods = ImmutableArray.CreateBuilder<Pod>();
        while (state > 0)
        {
            var step = best[mark, state]!.Value;
            pods.Add(step.Pod!);
            (mark, state) = (step.MarkBefore, step.StateBefore);
        }

        return pods.ToImmutable();
    }

    private static List<Offer>[] OffersByLowest(PodTable table, IStrategy strategy)
    {
        var offers = new List<Offer>[table.States.Counts(0).Length];
        for (var type = 0; type < offers.Length; type++)
        {
            offers[type] = [];
        }

        foreach (var (state, pods) in table.Pods)
        {
            foreach (var group in pods.Where(strategy.Allows).GroupBy(strategy.Marks))
            {
                var pod = group.MinBy(pod => (Score.Of(pod, strategy), pod.Risk.ShortfallGb, pod.PlanId), OfferOrder.Instance)!;
                offers[table.States.Lowest(state)].Add(new Offer(state, pod, Score.Of(pod, strategy), group.Key));
            }
        }

        return offers;
    }

    private readonly record struct Step(Score Score, Pod? Pod, int MarkBefore, int StateBefore);

    private sealed record Offer(int State, Pod Pod, Score Score, bool Marks);

    private sealed class OfferOrder : IComparer<(Score Score, double Shortfall, string PlanId)>
    {
        public static readonly OfferOrder Instance = new();

        public int Compare((Score Score, double Shortfall, string PlanId) x, (Score Score, double Shortfall, string PlanId) y)
        {
            var order = x.Score.CompareTo(y.Score);
            order = order != 0 ? order : x.Shortfall.CompareTo(y.Shortfall);
            return order != 0 ? order : string.CompareOrdinal(x.PlanId, y.PlanId);
        }
    }
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

    public static Score Of(Pod pod, IStrategy strategy)
    {
        var (first, second) = strategy.Lead(pod);
        return new Score(first, second, pod.Unmet, pod.Cost.Total);
    }

    public int CompareTo(Score other) => (First, Second, Unmet, Total).CompareTo((other.First, other.Second, other.Unmet, other.Total));
}
