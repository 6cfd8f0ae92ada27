using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>
/// The price of certainty: every basket of which no other is both cheaper and shorter of data, before limits and inconvenience. The same recursion as
/// <see cref="Partitions"/> with sets of (price, shortfall) in place of one score. A set is left sorted, and sums with it are merged, not sorted again;
/// a pod that is no better than serving its members apart is left out for every larger sub-party.
/// </summary>
public static class Frontier
{
    /// <summary>A dearer basket must spare at least a megabyte of shortfall to be worth showing.</summary>
    public const double GrainGb = 0.001;

    /// <summary>Prices closer than this differ only by the order in which they were added up.</summary>
    private const double SamePriceYen = 1e-6;

    /// <summary>Non-dominated baskets, cheapest first; empty where the party cannot be served.</summary>
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

        private readonly List<(int SubParty, PodPoint Pod)> _offers = [];

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
                var members = next < _table.Pods.Length && _table.Pods[next].SubParty == subParty ? _table.Pods[next++].Best[0].Members : null;
                sets[subParty] = members is null ? apart : Together(subParty, members, apart, sets[0], byLowest[parties.FirstKind(subParty)]);
            }

            return sets;
        }

        public ImmutableArray<Pod> PodsOf(FrontierPoint point, FrontierSet[] sets)
        {
            var pods = ImmutableArray.CreateBuilder<Pod>();
            var subParty = _table.SubParties.Everybody;
            while (point.Offer >= 0)
            {
                pods.Add(_points.Whole(_offers[point.Offer].Pod));
                subParty -= _offers[point.Offer].SubParty;
                point = sets[subParty].Points[point.Rest];
            }

            return pods.ToImmutable();
        }

        /// <summary>The sub-party served by at least two pods.</summary>
        private FrontierSet Apart(int subParty, List<(int SubParty, int From, int To)> offers, FrontierSet[] sets)
        {
            var merge = new FrontierMerge();
            foreach (var (part, from, to) in offers)
            {
                if (!_table.SubParties.IsPartOf(part, subParty))
                {
                    continue;
                }

                var rest = sets[subParty - part];
                for (var offer = from; offer < to && rest.Points.Length > 0; offer++)
                {
                    merge.Add(rest, _offers[offer].Pod.Price, _offers[offer].Pod.Shortfall, offer);
                }
            }

            return merge.ToSet();
        }

        private FrontierSet Together(int subParty, PodMembers members, FrontierSet apart, FrontierSet nobody, List<(int SubParty, int From, int To)> offers)
        {
            var from = _offers.Count;
            foreach (var point in _points.Of(members, apart))
            {
                _offers.Add((subParty, point));
            }

            if (_offers.Count == from)
            {
                return apart;
            }

            offers.Add((subParty, from, _offers.Count));
            var merge = new FrontierMerge(apart);
            for (var offer = from; offer < _offers.Count; offer++)
            {
                merge.Add(nobody, _offers[offer].Pod.Price, _offers[offer].Pod.Shortfall, offer);
            }

            return merge.ToSet();
        }
    }
}
