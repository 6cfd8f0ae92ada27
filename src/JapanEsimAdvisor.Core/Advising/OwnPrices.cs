using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Optimizer;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>What every sub-party would pay if it asked for advice by itself: the price of its best mix. Reckoned once for a recommendation.</summary>
public sealed class OwnPrices
{
    private readonly SubParties _best;

    private readonly PartyStates _states;

    private readonly Dictionary<int, OwnPrice?> _known = [];

    public OwnPrices(Recommendation advice)
    {
        _best = PartyPartition.BestOf(advice.Pods, new Mix());
        _states = advice.Pods.States;
    }

    /// <summary>The sub-party of so many people of each of some types, as <see cref="PartyStates"/> numbers it.</summary>
    public int StateOf(ImmutableArray<TravelerType> types, ReadOnlySpan<int> counts)
    {
        var state = 0;
        for (var kind = 0; kind < types.Length; kind++)
        {
            state += counts[kind] * _states.StrideOf(types[kind].Index);
        }

        return state;
    }

    /// <summary>Null where the sub-party cannot be served by itself.</summary>
    public OwnPrice? Of(int state)
    {
        if (!_known.TryGetValue(state, out var known))
        {
            known = _best.PodsOf(state) is { } pods ? new OwnPrice(pods.Sum(pod => pod.Cost.Price), pods.Sum(pod => pod.Unmet)) : null;
            _known[state] = known;
        }

        return known;
    }
}

/// <param name="Yen">Unrounded price.</param>
/// <param name="Unmet">People whose limits that advice does not meet.</param>
public readonly record struct OwnPrice(double Yen, int Unmet);
