using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The price of certainty: every basket of which no other is both cheaper and shorter of data, before limits and inconvenience. The same recursion as
/// <see cref="PartyPartition"/> with sets of (price, shortfall) in place of one score. A set is kept sorted, and sums with it are merged, not sorted again;
/// a pod that is no better than serving its members apart is left out for every larger sub-party.
/// </summary>
public static class Frontier
{
    /// <summary>A dearer basket must spare at least a megabyte of shortfall to be worth showing.</summary>
    public const double GrainGb = 0.001;

    /// <summary>Prices closer than this differ only by the order in which they were added up.</summary>
    private const double SamePriceYen = 1e-6;

    /// <summary>Non-dominated baskets, cheapest first; empty where the party cannot be served.</summary>
    public static ImmutableArray<ImmutableArray<Pod>> Solve(PodTable table)
    {
        var search = new Search(table);
        var sets = search.Sets();
        return [.. Coarse(sets[table.States.Everybody]).Select(point => search.PodsOf(point, sets))];
    }

    private static List<FrontierPoint> Coarse(FrontierSet set)
    {
        var kept = new List<FrontierPoint>();
        foreach (var point in set.Points)
        {
            if (kept.Count > 0 && point.Shortfall >= kept[^1].Shortfall - GrainGb)
            {
                continue;
            }

            if (kept.Count > 0 && point.Price - kept[^1].Price < SamePriceYen)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(point);
        }

        return kept;
    }

    private sealed class Search(PodTable table)
    {
        private readonly PodTable _table = table;

        private readonly List<(int State, PodPoint Pod)> _offers = [];

        public FrontierSet[] Sets()
        {
            var states = _table.States;
            var sets = new FrontierSet[states.Count];
            sets[0] = new FrontierSet([new FrontierPoint(0, 0, -1, 0)]);
            var byLowest = states.ByLowest<(int State, int From, int To)>();
            var next = 0;
            for (var state = 1; state < states.Count; state++)
            {
                _table.Cancellation.ThrowIfCancellationRequested();
                var apart = Apart(state, byLowest[states.Lowest(state)], sets);
                var members = next < _table.Pods.Length && _table.Pods[next].State == state ? _table.Pods[next++].Best[0].Members : null;
                sets[state] = members is null ? apart : Together(state, members, apart, sets[0], byLowest[states.Lowest(state)]);
            }

            return sets;
        }

        public ImmutableArray<Pod> PodsOf(FrontierPoint point, FrontierSet[] sets)
        {
            var pods = ImmutableArray.CreateBuilder<Pod>();
            var state = _table.States.Everybody;
            while (point.Offer >= 0)
            {
                pods.Add(_table.Whole(_offers[point.Offer].Pod));
                state -= _offers[point.Offer].State;
                point = sets[state].Points[point.Rest];
            }

            return pods.ToImmutable();
        }

        /// <summary>The sub-party served by at least two pods.</summary>
        private FrontierSet Apart(int state, List<(int State, int From, int To)> offers, FrontierSet[] sets)
        {
            var merge = new FrontierMerge();
            foreach (var (part, from, to) in offers)
            {
                if (!_table.States.IsPartOf(part, state))
                {
                    continue;
                }

                var rest = sets[state - part];
                for (var offer = from; offer < to && rest.Points.Length > 0; offer++)
                {
                    merge.Add(rest, _offers[offer].Pod.Price, _offers[offer].Pod.Shortfall, offer);
                }
            }

            return merge.ToSet();
        }

        private FrontierSet Together(int state, PodMembers members, FrontierSet apart, FrontierSet nobody, List<(int State, int From, int To)> offers)
        {
            var from = _offers.Count;
            foreach (var point in _table.Points(members, apart))
            {
                _offers.Add((state, point));
            }

            if (_offers.Count == from)
            {
                return apart;
            }

            offers.Add((state, from, _offers.Count));
            var merge = new FrontierMerge(apart);
            for (var offer = from; offer < _offers.Count; offer++)
            {
                merge.Add(nobody, _offers[offer].Pod.Price, _offers[offer].Pod.Shortfall, offer);
            }

            return merge.ToSet();
        }
    }
}
