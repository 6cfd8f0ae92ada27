using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// Sub-parties as mixed-radix numbers: how many people of each type are still to be placed. 0 is nobody, <see cref="Everybody"/> the whole party.
/// </summary>
public sealed class PartyStates
{
    /// <summary>Largest number of sub-parties an exact search accepts: Π(countᵢ + 1).</summary>
    public const int Most = 16_384;

    private readonly int[] _strides;

    private readonly ImmutableArray<TravelerType> _types;

    public PartyStates(ImmutableArray<TravelerType> types)
    {
        _types = types;
        _strides = new int[types.Length];
        var stride = 1;
        for (var type = 0; type < types.Length; type++)
        {
            _strides[type] = stride;
            stride *= types[type].Count + 1;
        }

        Count = stride;
    }

    public int Count { get; }

    public int Everybody => Count - 1;

    /// <summary>Π(countᵢ + 1), without overflow for the largest request.</summary>
    public static double Product(IEnumerable<TravelerType> types) => types.Aggregate(1.0, (product, type) => product * (type.Count + 1));

    public int CountOf(int state, int type) => state / _strides[type] % (_types[type].Count + 1);

    public ImmutableArray<int> Counts(int state)
    {
        var counts = ImmutableArray.CreateBuilder<int>(_types.Length);
        for (var type = 0; type < _types.Length; type++)
        {
            counts.Add(CountOf(state, type));
        }

        return counts.MoveToImmutable();
    }

    /// <summary>The first type of which somebody is left.</summary>
    public int Lowest(int state)
    {
        var type = 0;
        while (CountOf(state, type) == 0)
        {
            type++;
        }

        return type;
    }

    /// <summary>True where one sub-party is part of another.</summary>
    public bool IsPartOf(int part, int whole)
    {
        if (part > whole)
        {
            return false;
        }

        for (var type = 0; type < _types.Length; type++)
        {
            if (CountOf(part, type) > CountOf(whole, type))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every sub-party of at most so many people, nobody left out, in ascending order.</summary>
    public IEnumerable<int> UpTo(int people)
    {
        for (var state = 1; state < Count; state++)
        {
            if (PeopleIn(state) <= people)
            {
                yield return state;
            }
        }
    }

    private int PeopleIn(int state)
    {
        var people = 0;
        for (var type = 0; type < _types.Length; type++)
        {
            people += CountOf(state, type);
        }

        return people;
    }
}
