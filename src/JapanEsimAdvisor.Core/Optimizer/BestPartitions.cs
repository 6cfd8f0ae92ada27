using System.Collections.Immutable;
using System.Runtime.InteropServices;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The best partition of each sub-party under a strategy, reckoned when asked for. Two are kept for each: without and with a pod that
/// <see cref="IStrategy.Marks"/>. A pod that is no better than splitting its members can be replaced by that split in every larger sub-party, and is left
/// out; a pod that leaves so many people that even the largest pods cannot make up for it is not followed (<see cref="LeadFloor"/>).
/// </summary>
internal sealed class BestPartitions
{
    private readonly PartyStates _states;

    private readonly IStrategy _strategy;

    private readonly LeadFloor _floor;

    private readonly CancellationToken _cancellation;

    private readonly List<Offer> _offers = [];

    private readonly List<Candidate>[] _plainOffers;

    private readonly List<Candidate>[] _markingOffers;

    private readonly Best[] _plain;

    /// <summary>Empty until a pod marks.</summary>
    private Best[] _marked = [];

    public BestPartitions(PodTable table, IStrategy strategy)
    {
        (_states, _strategy, _floor, _cancellation) = (table.States, strategy, LeadFloor.Of(table, strategy), table.Cancellation);
        (_plainOffers, _markingOffers) = (_states.ByLowest<Candidate>(), _states.ByLowest<Candidate>());
        _plain = Unreckoned();
        _plain[0] = Best.Nobody;
        foreach (var (state, pods) in table.Pods)
        {
            Take(state, pods);
        }
    }

    /// <summary>Pods of the best partition; null where there is none as the strategy wants it.</summary>
    public ImmutableArray<Pod>? PodsOf(int state)
    {
        var isMarked = _strategy.NeedsMark || Marked(state).IsLessThan(Plain(state));
        if ((isMarked ? Marked(state) : Plain(state)).IsNone)
        {
            return null;
        }

        var pods = ImmutableArray.CreateBuilder<Pod>();
        while (state > 0)
        {
            var step = (isMarked ? _marked : _plain)[state];
            var offer = _offers[step.Offer];
            pods.Add(offer.Pod);
            (state, isMarked) = (state - offer.State, step.RestIsMarked);
        }

        return pods.ToImmutable();
    }

    /// <summary>
    /// The sub-party in one pod. Sub-parties come in ascending order, so that every pod that could be part of this one's split is known by now.
    /// </summary>
    private void Take(int state, ImmutableArray<Pod> pods)
    {
        if (Cheapest(state, pods, marks: false) is { } plain && plain.IsLessThan(Plain(state)))
        {
            _plain[state] = new Best(plain.Key, plain.Total, Keep(plain, _plainOffers), false);
        }

        if (Cheapest(state, pods, marks: true) is { } marking && marking.IsLessThan(Marked(state)))
        {
            BeginMarked();
            _marked[state] = new Best(marking.Key, marking.Total, Keep(marking, _markingOffers), false);
        }
    }

    private Best[] Unreckoned()
    {
        var best = new Best[_states.Count];
        Array.Fill(best, Best.Unknown);
        return best;
    }

    private void BeginMarked()
    {
        if (_marked.Length == 0)
        {
            _marked = Unreckoned();
            _marked[0] = Best.None;
        }
    }

    private int Keep(Offer offer, List<Candidate>[] lists)
    {
        lists[_states.Lowest(offer.State)].Add(new Candidate(_states.Packed(offer.State), offer.Floor, _offers.Count));
        _offers.Add(offer);
        return _offers.Count - 1;
    }

    private Best Plain(int state)
    {
        if (_plain[state].IsUnknown)
        {
            _plain[state] = SplitPlain(state);
        }

        return _plain[state];
    }

    private Best Marked(int state)
    {
        if (_marked.Length == 0)
        {
            return Best.None;
        }

        if (_marked[state].IsUnknown)
        {
            _marked[state] = SplitMarked(state);
        }

        return _marked[state];
    }

    /// <summary>The sub-party split into at least two pods of which none marks.</summary>
    private Best SplitPlain(int state)
    {
        _cancellation.ThrowIfCancellationRequested();
        var best = Best.None;
        foreach (var candidate in CollectionsMarshal.AsSpan(_plainOffers[_states.Lowest(state)]))
        {
            if (_states.IsPackedPartOf(candidate.Packed, state))
            {
                var offer = _offers[candidate.Offer];
                best = best.Or(Plain(state - offer.State), offer, candidate.Offer, false);
            }
        }

        return best;
    }

    /// <summary>The sub-party split into at least two pods of which one marks. Large pods come last, and are tried first: after them the floor rules out most small ones.</summary>
    private Best SplitMarked(int state)
    {
        _cancellation.ThrowIfCancellationRequested();
        var (best, floor) = (Best.None, _floor.Of(state));
        var marking = CollectionsMarshal.AsSpan(_markingOffers[_states.Lowest(state)]);
        for (var index = marking.Length - 1; index >= 0; index--)
        {
            ref readonly var candidate = ref marking[index];
            if (!LeadFloor.Passes(floor + candidate.Floor, best.Lead) && _states.IsPackedPartOf(candidate.Packed, state))
            {
                var offer = _offers[candidate.Offer];
                var rest = state - offer.State;
                best = best.Or(Plain(rest), offer, candidate.Offer, false).Or(Marked(rest), offer, candidate.Offer, true);
            }
        }

        foreach (var candidate in CollectionsMarshal.AsSpan(_plainOffers[_states.Lowest(state)]))
        {
            if (!LeadFloor.Passes(floor + candidate.Floor, best.Lead) && _states.IsPackedPartOf(candidate.Packed, state))
            {
                var offer = _offers[candidate.Offer];
                best = best.Or(Marked(state - offer.State), offer, candidate.Offer, true);
            }
        }

        return best;
    }

    private Offer? Cheapest(int state, ImmutableArray<Pod> pods, bool marks)
    {
        var choice = default(Pod);
        foreach (var pod in pods)
        {
            if (_strategy.Allows(pod) && _strategy.Marks(pod) == marks && (choice is null || Compare(pod, choice) < 0))
            {
                choice = pod;
            }
        }

        return choice is null ? null : new Offer(state, choice, KeyOf(choice), choice.Cost.Total, _floor.Left(state, _strategy.Lead(choice).First));
    }

    private int Compare(Pod pod, Pod rival)
    {
        var order = (KeyOf(pod), pod.Cost.Total, pod.Risk.ShortfallGb).CompareTo((KeyOf(rival), rival.Cost.Total, rival.Risk.ShortfallGb));
        return order != 0 ? order : string.CompareOrdinal(pod.PlanId, rival.PlanId);
    }

    /// <summary>The whole-numbered coordinates in one: none passes the number of people, which is below 2¹⁶, so that keys add and compare as the coordinates do.</summary>
    private long KeyOf(Pod pod)
    {
        var (first, second) = _strategy.Lead(pod);
        return ((long)first << 32) | ((long)second << 16) | (long)pod.Unmet;
    }

    /// <param name="Floor">What the pod adds to the floor of a sub-party it is part of.</param>
    private readonly record struct Offer(int State, Pod Pod, long Key, double Total, double Floor)
    {
        public bool IsLessThan(Best best) => Key < best.Key || (Key == best.Key && Total < best.Total);
    }

    /// <summary>What decides whether an offer is looked at, apart from what it is: so that a search reads only this of most.</summary>
    /// <param name="Packed">Its people, as <see cref="PartyStates.Packed"/>.</param>
    private readonly record struct Candidate(ulong Packed, double Floor, int Offer);

    /// <param name="Offer">Index of the pod that holds the first person.</param>
    /// <param name="RestIsMarked">Which partition of the others it goes with.</param>
    private readonly record struct Best(long Key, double Total, int Offer, bool RestIsMarked)
    {
        private const int NoOffer = -1;

        public static readonly Best None = new(long.MaxValue, double.PositiveInfinity, NoOffer, false);

        public static readonly Best Nobody = new(0, 0, NoOffer, false);

        /// <summary>Not reckoned yet.</summary>
        public static readonly Best Unknown = new(-1, 0, NoOffer, false);

        public bool IsUnknown => Key < 0;

        public bool IsNone => Key == long.MaxValue;

        /// <summary>The strategy's first coordinate.</summary>
        public long Lead => Key >> 32;

        public bool IsLessThan(Best other) => Key < other.Key || (Key == other.Key && Total < other.Total);

        public Best Or(in Best rest, in Offer offer, int index, bool restIsMarked)
        {
            if (rest.IsNone)
            {
                return this;
            }

            var (key, total) = (rest.Key + offer.Key, rest.Total + offer.Total);
            return key < Key || (key == Key && total < Total) ? new Best(key, total, index, restIsMarked) : this;
        }
    }
}
