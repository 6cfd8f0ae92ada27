using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Party;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>
/// The price of each sub-party with its own advice: the price of its best mix. Each price is computed once for a
/// recommendation. Not safe for use by several threads.
/// </summary>
public sealed class OwnPrices
{
    private readonly BestPods _best;

    private readonly SubParties _parties;

    private readonly Dictionary<int, OwnPrice?> _known = [];

    /// <summary>Prepares the search for a recommendation.</summary>
    public OwnPrices(Recommendation advice)
    {
        _best = new BestPods(advice.Pods, Strategies.Mix);
        _parties = advice.Pods.SubParties;
    }

    /// <summary>Number of a sub-party, as <see cref="SubParties"/> numbers them.</summary>
    /// <param name="types">Some types of the party.</param>
    /// <param name="counts">Number of people of each of these types.</param>
    public int NumberOf(ImmutableArray<TravelerType> types, ReadOnlySpan<int> counts)
    {
        var subParty = 0;
        for (var kind = 0; kind < types.Length; kind++)
        {
            subParty += counts[kind] * _parties.StrideOf(types[kind].Index);
        }

        return subParty;
    }

    /// <summary>The price of a sub-party; null where it cannot be served by itself.</summary>
    /// <param name="subParty">Number of the sub-party.</param>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
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

/// <summary>The price of a sub-party with its own advice.</summary>
/// <param name="Yen">Unrounded yen.</param>
/// <param name="Unmet">Number of people whose limit that advice does not meet.</param>
public readonly record struct OwnPrice(double Yen, int Unmet);
