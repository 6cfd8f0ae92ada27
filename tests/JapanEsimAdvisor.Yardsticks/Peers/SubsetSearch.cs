using System.Collections.Immutable;
using System.Numerics;
using JapanEsimAdvisor.Core.Arrangements;

namespace JapanEsimAdvisor.Yardsticks.Peers;

/// <summary>
/// The naive way, as a baseline: every partition of the people, listed one by one, by plain recursion. Nothing is
/// remembered, bounded or told alike, so that it looks at as many partitions as Bell's number of the people.
/// </summary>
public sealed class SubsetSearch
{
    private const int MostPeople = 16;

    private readonly Score?[] _scores;

    private Score? _best;

    /// <param name="offers">Of a strategy that needs no mark.</param>
    /// <exception cref="ArgumentException">The strategy needs a mark, or the party is larger than 16.</exception>
    public SubsetSearch(StrategyOffers offers)
    {
        var types = offers.People.SelectMany((count, type) => Enumerable.Repeat(type, count)).ToArray();
        if (offers.NeedsMark || types.Length > MostPeople)
        {
            throw new ArgumentException("Parties of at most 16, and strategies without a pod they must hold.", nameof(offers));
        }

        _scores = new Score?[1 << types.Length];
        var bySubParty = offers.Offers.ToLookup(offer => KeyOf(offer.Counts), offer => offer.Score);
        for (var subset = 1; subset < _scores.Length; subset++)
        {
            var counts = offers.People.Select((_, type) => types.Where((of, person) => of == type && (subset >> person & 1) == 1).Count());
            foreach (var score in bySubParty[KeyOf([.. counts])])
            {
                _scores[subset] = Least(_scores[subset], score);
            }
        }
    }

    /// <summary>The least score of all partitions; null where there is none.</summary>
    public Score? Best()
    {
        _best = null;
        Place(_scores.Length - 1, default);
        return _best;
    }

    private void Place(int left, Score soFar)
    {
        if (left == 0)
        {
            _best = Least(_best, soFar);
            return;
        }

        var first = 1 << BitOperations.TrailingZeroCount(left);
        var others = left & ~first;
        for (var with = others; ; with = (with - 1) & others)
        {
            if (_scores[first | with] is { } score)
            {
                Place(others & ~with, soFar + score);
            }

            if (with == 0)
            {
                return;
            }
        }
    }

    private static Score? Least(Score? known, Score other) => known is { } score && score.CompareTo(other) <= 0 ? known : other;

    private static string KeyOf(ImmutableArray<int> counts) => string.Join(',', counts);
}
