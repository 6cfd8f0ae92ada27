using System.Collections.Immutable;
using System.Numerics;

namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>
/// Numbers every part of a party. A sub-party is a count of people of each kind: a mixed-radix number with one digit
/// for each kind. 0 is nobody, and <see cref="Everybody"/> is the whole party.
/// </summary>
public sealed class SubParties
{
    /// <summary>Largest number of sub-parties, Π(countᵢ + 1), that an exact search accepts.</summary>
    public const int Most = 16_384;

    private readonly ImmutableArray<int> _people;

    private readonly int[] _strides;

    private readonly byte[] _first;

    /// <summary>Every sub-party with a spare bit above each count. One subtraction then compares all counts.</summary>
    private readonly ulong[] _packed;

    private readonly ulong _spareBits;

    /// <summary>Numbers the parts of a party.</summary>
    /// <param name="people">
    /// Number of people of each kind, each at least 1. The product Π(countᵢ + 1) is at most <see cref="Most"/>.
    /// </param>
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

    /// <summary>Number of sub-parties, nobody and the whole party included.</summary>
    public int Count { get; }

    /// <summary>Number of the whole party.</summary>
    public int Everybody => Count - 1;

    /// <summary>Number of kinds of people.</summary>
    public int Kinds => _people.Length;

    /// <summary>Π(countᵢ + 1). It is a double, so that the largest request does not overflow.</summary>
    public static double Product(IEnumerable<int> people) => people.Aggregate(1.0, (product, count) => product * (count + 1));

    /// <summary>What one more person of a kind adds to the number of a sub-party.</summary>
    public int StrideOf(int kind) => _strides[kind];

    /// <summary>Number of people of a kind in a sub-party.</summary>
    public int CountOf(int subParty, int kind) => subParty / _strides[kind] % (_people[kind] + 1);

    /// <summary>Number of people of each kind in a sub-party.</summary>
    public ImmutableArray<int> Counts(int subParty)
    {
        var counts = ImmutableArray.CreateBuilder<int>(Kinds);
        for (var kind = 0; kind < Kinds; kind++)
        {
            counts.Add(CountOf(subParty, kind));
        }

        return counts.MoveToImmutable();
    }

    /// <summary>The first kind with a person in the sub-party.</summary>
    public int FirstKind(int subParty) => _first[subParty];

    /// <summary>The counts of a sub-party side by side in one number, a spare bit above each.</summary>
    public ulong Packed(int subParty) => _packed[subParty];

    /// <summary>
    /// True where <paramref name="part"/> contains no more people of any kind than <paramref name="whole"/>.
    /// </summary>
    public bool IsPartOf(int part, int whole) => IsPackedPartOf(_packed[part], whole);

    /// <summary>The same as <see cref="IsPartOf"/>, for a packed number.</summary>
    /// <param name="part">As <see cref="Packed"/>.</param>
    /// <param name="whole">Number of a sub-party.</param>
    public bool IsPackedPartOf(ulong part, int whole) => unchecked((_packed[whole] | _spareBits) - part & _spareBits) == _spareBits;

    /// <summary>An empty list for each kind. Callers group facts of sub-parties by the first kind in them.</summary>
    public List<T>[] ByFirstKind<T>() => [.. _people.Select(_ => new List<T>())];

    /// <summary>Every sub-party of 1 to <paramref name="people"/> people, in ascending order.</summary>
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
