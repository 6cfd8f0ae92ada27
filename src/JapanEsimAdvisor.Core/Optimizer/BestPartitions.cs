using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The best partition of each sub-party under a strategy, smaller ones first. Two are kept for each: without and with a pod that
/// <see cref="IStrategy.Marks"/>. A pod that is no better than splitting its members can be replaced by that split in every larger sub-party, and is left out.
/// </summary>
internal sealed class BestPartitions
{
    private const int NoOffer = -1;

    private readonly PartyStates _states;

    private readonly IStrategy _strategy;

    private readonly List<Offer> _offers = [];

    private readonly List<int>[] _byLowest;

    private readonly Best[] _plain;

    private readonly Best[] _marked;

    public BestPartitions(PartyStates states, IStrategy strategy)
    {
        (_states, _strategy) = (states, strategy);
        _byLowest = states.ByLowest<int>();
        _plain = new Best[states.Count];
        _marked = new Best[states.Count];
        Array.Fill(_plain, Best.None);
        Array.Fill(_marked, Best.None);
        _plain[0] = new Best(0, 0, NoOffer, false);
    }

    /// <summary>The sub-party split into at least two pods.</summary>
    public void Split(int state)
    {
        var (plain, marked) = (Best.None, Best.None);
        foreach (var index in _byLowest[_states.Lowest(state)])
        {
            var offer = _offers[index];
            if (!_states.IsPartOf(offer.State, state))
            {
                continue;
            }

            var rest = state - offer.State;
            if (offer.Marks)
            {
                marked = marked.Or(_plain[rest], offer, index, false).Or(_marked[rest], offer, index, true);
            }
            else
            {
                plain = plain.Or(_plain[rest], offer, index, false);
                marked = marked.Or(_marked[rest], offer, index, true);
            }
        }

        (_plain[state], _marked[state]) = (plain, marked);
    }

    /// <summary>The sub-party in one pod.</summary>
    public void Take(int state, ImmutableArray<Pod> pods)
    {
        TakeBest(state, pods, marks: false, _plain);
        TakeBest(state, pods, marks: true, _marked);
    }

    /// <summary>Pods of the best partition; null where there is none as the strategy wants it.</summary>
    public ImmutableArray<Pod>? PodsOf(int state)
    {
        var isMarked = _strategy.NeedsMark || _marked[state].IsLessThan(_plain[state]);
        if ((isMarked ? _marked : _plain)[state].IsNone)
        {
            return null;
        }

        var pods = ImmutableArray.CreateBuilder<Pod>();
        while (state > 0)
        {
            var step = (isMarked ? _marked : _plain)[state];
            pods.Add(_offers[step.Offer].Pod);
            (state, isMarked) = (state - _offers[step.Offer].State, step.RestIsMarked);
        }

        return pods.ToImmutable();
    }

    private void TakeBest(int state, ImmutableArray<Pod> pods, bool marks, Best[] best)
    {
        var choice = default(Offer?);
        foreach (var pod in pods)
        {
            if (_strategy.Allows(pod) && _strategy.Marks(pod) == marks && (choice is null || Compare(pod, choice.Value) < 0))
            {
                choice = new Offer(state, pod, KeyOf(pod), pod.Cost.Total, marks);
            }
        }

        if (choice is { } offer && offer.IsLessThan(best[state]))
        {
            best[state] = new Best(offer.Key, offer.Total, _offers.Count, false);
            _byLowest[_states.Lowest(state)].Add(_offers.Count);
            _offers.Add(offer);
        }
    }

    private int Compare(Pod pod, Offer rival)
    {
        var order = (KeyOf(pod), pod.Cost.Total, pod.Risk.ShortfallGb).CompareTo((rival.Key, rival.Total, rival.Pod.Risk.ShortfallGb));
        return order != 0 ? order : string.CompareOrdinal(pod.PlanId, rival.Pod.PlanId);
    }

    /// <summary>The whole-numbered coordinates in one: none passes the number of people, which is below 2¹⁶, so that keys add and compare as the coordinates do.</summary>
    private long KeyOf(Pod pod)
    {
        var (first, second) = _strategy.Lead(pod);
        return ((long)first << 32) | ((long)second << 16) | (long)pod.Unmet;
    }

    private readonly record struct Offer(int State, Pod Pod, long Key, double Total, bool Marks)
    {
        public bool IsLessThan(Best best) => Key < best.Key || (Key == best.Key && Total < best.Total);
    }

    /// <param name="Offer">Index of the pod that holds the first person.</param>
    /// <param name="RestIsMarked">Which partition of the others it goes with.</param>
    private readonly record struct Best(long Key, double Total, int Offer, bool RestIsMarked)
    {
        public static readonly Best None = new(long.MaxValue, double.PositiveInfinity, NoOffer, false);

        public bool IsNone => Key == long.MaxValue;

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
