using System.Collections.Immutable;
using System.Numerics;
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

    private readonly byte[] _lowest;

    /// <summary>Every sub-party with a spare bit above each count, so that one subtraction compares all counts at once.</summary>
    private readonly ulong[] _packed;

    private readonly ulong _spareBits;

    public PartyStates(ImmutableArray<TravelerType> types)
    {
        _types = types;
        _strides = new int[types.Length];
        var shifts = new int[types.Length];
        int stride = 1, shift = 0;
        for (var type = 0; type < types.Length; type++)
        {
            (_strides[type], shifts[type]) = (stride, shift);
            stride *= types[type].Count + 1;
            shift += BitOperations.Log2((uint)types[type].Count) + 2;
            _spareBits |= 1UL << (shift - 1);
        }

        Count = stride;
        (_lowest, _packed) = (new byte[Count], new ulong[Count]);
        Pack(shifts);
    }

    public int Count { get; }

    public int Everybody => Count - 1;

    public int Types => _types.Length;

    /// <summary>Π(countᵢ + 1), without overflow for the largest request.</summary>
    public static double Product(IEnumerable<TravelerType> types) => types.Aggregate(1.0, (product, type) => product * (type.Count + 1));

    /// <summary>By how much one more person of a type raises the number of a sub-party.</summary>
    public int StrideOf(int type) => _strides[type];

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
    public int Lowest(int state) => _lowest[state];

    /// <summary>The counts of a sub-party side by side in one number, a spare bit above each.</summary>
    public ulong Packed(int state) => _packed[state];

    /// <summary>True where one sub-party is part of another.</summary>
    public bool IsPartOf(int part, int whole) => IsPackedPartOf(_packed[part], whole);

    /// <param name="part">As <see cref="Packed"/>.</param>
    public bool IsPackedPartOf(ulong part, int whole) => unchecked((_packed[whole] | _spareBits) - part & _spareBits) == _spareBits;

    /// <summary>An empty list for each type: what is known of sub-parties by the first type in them.</summary>
    public List<T>[] ByLowest<T>() => [.. _types.Select(_ => new List<T>())];

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

    private void Pack(int[] shifts)
    {
        for (var state = 1; state < Count; state++)
        {
            var lowest = _types.Length;
            for (var type = _types.Length - 1; type >= 0; type--)
            {
                var count = CountOf(state, type);
                _packed[state] |= (ulong)count << shifts[type];
                lowest = count > 0 ? type : lowest;
            }

            _lowest[state] = (byte)lowest;
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
