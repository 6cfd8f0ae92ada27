using System.Collections.Immutable;
using System.Numerics;

namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>
/// Every part of a party as one number. People alike are counted, so a sub-party is a count of each kind of people: a mixed-radix number with a digit for
/// each kind. 0 is nobody, <see cref="Everybody"/> is the whole party.
/// </summary>
public sealed class SubParties
{
    /// <summary>Largest number of sub-parties an exact search accepts: Π(countᵢ + 1).</summary>
    public const int Most = 16_384;

    private readonly ImmutableArray<int> _people;

    private readonly int[] _strides;

    private readonly byte[] _first;

    /// <summary>Every sub-party with a spare bit above each count, so that one subtraction compares all counts at once.</summary>
    private readonly ulong[] _packed;

    private readonly ulong _spareBits;

    /// <param name="people">How many people of each kind there are, each at least 1.</param>
    public SubParties(ImmutableArray<int> people)
    {
        _people = people;
        _strides = new int[people.Length];
        var shifts = new int[people.Length];
        int stride = 1, shift = 0;
        for (var kind = 0; kind < people.Length; kind++)
        {
            (_strides[kind], shifts[kind]) = (stride, shift);
            stride *= people[kind] + 1;
            shift += BitOperations.Log2((uint)people[kind]) + 2;
            _spareBits |= 1UL << (shift - 1);
        }

        Count = stride;
        (_first, _packed) = (new byte[Count], new ulong[Count]);
        Pack(shifts);
    }

    public int Count { get; }

    public int Everybody => Count - 1;

    public int Kinds => _people.Length;

    /// <summary>Π(countᵢ + 1), without overflow for the largest request.</summary>
    public static double Product(IEnumerable<int> people) => people.Aggregate(1.0, (product, count) => product * (count + 1));

    /// <summary>By how much one more person of a kind raises the number of a sub-party.</summary>
    public int StrideOf(int kind) => _strides[kind];

    public int CountOf(int subParty, int kind) => subParty / _strides[kind] % (_people[kind] + 1);

    public ImmutableArray<int> Counts(int subParty)
    {
        var counts = ImmutableArray.CreateBuilder<int>(Kinds);
        for (var kind = 0; kind < Kinds; kind++)
        {
            counts.Add(CountOf(subParty, kind));
        }

        return counts.MoveToImmutable();
    }

    /// <summary>The first kind of which somebody is in the sub-party.</summary>
    public int FirstKind(int subParty) => _first[subParty];

    /// <summary>The counts of a sub-party side by side in one number, a spare bit above each.</summary>
    public ulong Packed(int subParty) => _packed[subParty];

    /// <summary>True where one sub-party is part of another.</summary>
    public bool IsPartOf(int part, int whole) => IsPackedPartOf(_packed[part], whole);

    /// <param name="part">As <see cref="Packed"/>.</param>
    public bool IsPackedPartOf(ulong part, int whole) => unchecked((_packed[whole] | _spareBits) - part & _spareBits) == _spareBits;

    /// <summary>An empty list for each kind, for what is known of sub-parties by the first kind in them.</summary>
    public List<T>[] ByFirstKind<T>() => [.. _people.Select(_ => new List<T>())];

    /// <summary>Every sub-party of at most so many people, nobody left out, in ascending order.</summary>
    public IEnumerable<int> UpTo(int people)
    {
        for (var subParty = 1; subParty < Count; subParty++)
        {
            if (PeopleIn(subParty) <= people)
            {
                yield return subParty;
            }
        }
    }

    private void Pack(int[] shifts)
    {
        for (var subParty = 1; subParty < Count; subParty++)
        {
            var first = Kinds;
            for (var kind = Kinds - 1; kind >= 0; kind--)
            {
                var count = CountOf(subParty, kind);
                _packed[subParty] |= (ulong)count << shifts[kind];
                first = count > 0 ? kind : first;
            }

            _first[subParty] = (byte)first;
        }
    }

    private int PeopleIn(int subParty)
    {
        var people = 0;
        for (var kind = 0; kind < Kinds; kind++)
        {
            people += CountOf(subParty, kind);
        }

        return people;
    }
}
