using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Tests.Oracles;

/// <summary>
/// The best partition of a party under a strategy from the pods of a table, no pod left out and none passed over: for
/// parties too large to list every basket of.
/// </summary>
public sealed class EveryPod(PodTable table, Strategy strategy)
{
    private readonly Dictionary<(string Left, bool Marked), Score?> _known = [];

    private readonly ImmutableArray<Pod> _pods = [.. table.Pods.SelectMany(entry => entry.Best).Where(strategy.Allows)];

    /// <summary>Null where the party cannot be served as the strategy wants it.</summary>
    public Score? Best()
    {
        var everybody = table.SubParties.Counts(table.SubParties.Everybody);
        return strategy.MustContain is not null ? Best(everybody, true) : Lesser(Best(everybody, true), Best(everybody, false));
    }

    public Score ScoreOf(IEnumerable<Pod> pods) => pods.Aggregate(default(Score), (sum, pod) => sum + strategy.ScoreOf(pod));

    private Score? Best(ImmutableArray<int> left, bool marked)
    {
        var first = left.IndexOf(left.FirstOrDefault(count => count > 0));
        if (left.All(count => count == 0))
        {
            return marked ? null : default(Score);
        }

        var key = (string.Join(',', left), marked);
        if (!_known.TryGetValue(key, out var best))
        {
            best = _pods
                .Where(pod => pod.Members.Counts[first] > 0)
                .Aggregate(default(Score?), (least, pod) => Lesser(least, With(pod, left, marked)));
            _known[key] = best;
        }

        return best;
    }

    private Score? With(Pod pod, ImmutableArray<int> left, bool marked)
    {
        ImmutableArray<int> rest = [.. left.Zip(pod.Members.Counts, (all, taken) => all - taken)];
        if (rest.Any(count => count < 0))
        {
            return null;
        }

        var marks = strategy.Marks(pod);
        return (marks, marked) switch
        {
            (true, true) => Lesser(Best(rest, true), Best(rest, false)) + strategy.ScoreOf(pod),
            (true, false) => null,
            _ => Best(rest, marked) + strategy.ScoreOf(pod),
        };
    }

    private static Score? Lesser(Score? one, Score? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        _ => one.Value.CompareTo(other.Value) <= 0 ? one : other,
    };
}
