using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Party;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>What every sub-party would pay if it asked for advice by itself: the price of its best mix. Reckoned once for a recommendation.</summary>
public sealed class OwnPrices
{
    private readonly BestPods _best;

    private readonly SubParties _parties;

    private readonly Dictionary<int, OwnPrice?> _known = [];

    public OwnPrices(Recommendation advice)
    {
        _best = new BestPods(advice.Pods, Strategies.Mix);
        _parties = advice.Pods.SubParties;
    }

    /// <summary>The sub-party of so many people of each of some types, as <see cref="SubParties"/> numbers it.</summary>
    public int NumberOf(ImmutableArray<TravelerType> types, ReadOnlySpan<int> counts)
    {
        var subParty = 0;
        for (var kind = 0; kind < types.Length; kind++)
        {
            subParty += counts[kind] * _parties.StrideOf(types[kind].Index);
        }

        return subParty;
    }

    /// <summary>Null where the sub-party cannot be served by itself.</summary>
    public OwnPrice? Of(int subParty)
    {
        if (!_known.TryGetValue(subParty, out var known))
        {
            known = _best.Of(subParty) is { } pods ? new OwnPrice(pods.Sum(pod => pod.Cost.Price), pods.Sum(pod => pod.Unmet)) : null;
            _known[subParty] = known;
        }

        return known;
    }
}

/// <param name="Yen">Unrounded price.</param>
/// <param name="Unmet">People whose limits that advice does not meet.</param>
public readonly record struct OwnPrice(double Yen, int Unmet);
