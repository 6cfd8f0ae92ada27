using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>
/// The frontier of price and shortfall: every basket for which no other basket is cheaper and has less shortfall.
/// Limits and inconvenience do not count. The recursion is the one of <see cref="Partitions"/>, with sets of (price,
/// shortfall) instead of one score. Each set is sorted, and sums of sets are merged, not sorted again. A pod that is no
/// better than its members in separate pods is left out for every larger sub-party.
/// </summary>
public static class Frontier
{
    /// <summary>GB. A more expensive basket is shown only if it reduces the shortfall by more than this.</summary>
    public const double GrainGb = 0.001;

    /// <summary>Yen. Smaller differences of prices come only from the order of the sums.</summary>
    private const double SamePriceYen = 1e-6;

    /// <summary>The pods of each undominated basket, cheapest first; empty where the party cannot be served.</summary>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public static ImmutableArray<ImmutableArray<Pod>> Solve(SolvedParty party)
    {
        var search = new Search(party);
        var sets = search.Sets();
        return [.. Coarse(sets[party.Pods.SubParties.Everybody]).Select(point => search.PodsOf(point, sets))];
    }

    private static List<FrontierPoint> Coarse(FrontierSet set)
    {
        var left = new List<FrontierPoint>();
        foreach (var point in set.Points)
        {
            if (left.Count > 0 && point.Shortfall >= left[^1].Shortfall - GrainGb)
            {
                continue;
            }

            if (left.Count > 0 && point.Price - left[^1].Price < SamePriceYen)
            {
                left.RemoveAt(left.Count - 1);
            }

            left.Add(point);
        }

        return left;
    }

    private sealed class Search(SolvedParty party)
    {
        private readonly PodTable _table = party.Pods;

        private readonly PodPoints _points = new(party);

        private readonly List<(int SubParty, PodPoint Pod)> _pods = [];

        public FrontierSet[] Sets()
        {
            var parties = _table.SubParties;
            var sets = new FrontierSet[parties.Count];
            sets[0] = new FrontierSet([new FrontierPoint(0, 0, -1, 0)]);
            var byLowest = parties.ByFirstKind<(int SubParty, int From, int To)>();
            var next = 0;
            for (var subParty = 1; subParty < parties.Count; subParty++)
            {
                _table.Cancellation.ThrowIfCancellationRequested();
                var apart = Apart(subParty, byLowest[parties.FirstKind(subParty)], sets);
                var members = next < _table.Pods.Length && _table.Pods[next].SubParty == subParty
                    ? _table.Pods[next++].Best[0].Members
                    : null;
                sets[subParty] = members is null
                    ? apart
                    : Together(subParty, members, apart, sets[0], byLowest[parties.FirstKind(subParty)]);
            }

            return sets;
        }

        public ImmutableArray<Pod> PodsOf(FrontierPoint point, FrontierSet[] sets)
        {
            var pods = ImmutableArray.CreateBuilder<Pod>();
            var subParty = _table.SubParties.Everybody;
            while (point.LastPod >= 0)
            {
                pods.Add(_points.Whole(_pods[point.LastPod].Pod));
                subParty -= _pods[point.LastPod].SubParty;
                point = sets[subParty].Points[point.Rest];
            }

            return pods.ToImmutable();
        }

        /// <summary>The points of a sub-party with at least two pods.</summary>
        /// <param name="subParty">Number of the sub-party.</param>
        /// <param name="ranges">For each sub-party with the same first kind, its range of pods.</param>
        /// <param name="sets">Sets of the smaller sub-parties.</param>
        private FrontierSet Apart(int subParty, List<(int SubParty, int From, int To)> ranges, FrontierSet[] sets)
        {
            var merge = new FrontierMerge();
            foreach (var (part, from, to) in ranges)
            {
                if (!_table.SubParties.IsPartOf(part, subParty))
                {
                    continue;
                }

                var rest = sets[subParty - part];
                for (var pod = from; pod < to && rest.Points.Length > 0; pod++)
                {
                    merge.Add(rest, _pods[pod].Pod.Price, _pods[pod].Pod.Shortfall, pod);
                }
            }

            return merge.ToSet();
        }

        /// <summary>Adds the points of a sub-party with one pod.</summary>
        private FrontierSet Together(
            int subParty, PodMembers members, FrontierSet apart, FrontierSet nobody, List<(int SubParty, int From, int To)> ranges)
        {
            var from = _pods.Count;
            foreach (var point in _points.Of(members, apart))
            {
                _pods.Add((subParty, point));
            }

            if (_pods.Count == from)
            {
                return apart;
            }

            ranges.Add((subParty, from, _pods.Count));
            var merge = new FrontierMerge(apart);
            for (var pod = from; pod < _pods.Count; pod++)
            {
                merge.Add(nobody, _pods[pod].Pod.Price, _pods[pod].Pod.Shortfall, pod);
            }

            return merge.ToSet();
        }
    }
}
