using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>
/// A lower bound of the first coordinate of a score. It counts the people whom no candidate serves at 0, and divides
/// their number by the number of people that the best candidate serves for 1.
/// </summary>
internal sealed class LeadFloor
{
    /// <summary>Larger than the rounding error of a sum of quotients.</summary>
    private const double Rounding = 1e-9;

    private readonly SubParties _parties;

    /// <summary>By kind: true where no candidate serves a person of this kind at 0.</summary>
    private readonly bool[] _counts;

    private readonly double _perPerson;

    public LeadFloor(SubParties parties, ImmutableArray<Candidate> candidates)
    {
        (_parties, _counts) = (parties, new bool[parties.Kinds]);
        Array.Fill(_counts, true);
        foreach (var candidate in candidates.Where(candidate => candidate.Score.First == 0))
        {
            for (var kind = 0; kind < _counts.Length; kind++)
            {
                _counts[kind] &= parties.CountOf(candidate.SubParty, kind) == 0;
            }
        }

        double most = 0;
        foreach (var candidate in candidates.Where(candidate => candidate.Score.First > 0))
        {
            most = Math.Max(most, (double)Counted(candidate.SubParty) / candidate.Score.First);
        }

        _perPerson = most > 0 ? 1 / most : 0;
    }

    /// <summary>True where no partition with this floor can be as good as one with this first coordinate.</summary>
    public static bool Passes(double floor, long first) => floor - Rounding > first;

    /// <summary>Floor of a sub-party, not rounded up.</summary>
    public double Of(int subParty) => Counted(subParty) * _perPerson;

    /// <summary>
    /// What a candidate adds to the floor of a sub-party: its own coordinate minus the floor of the people it serves.
    /// </summary>
    public double RaisedBy(in Candidate candidate) => candidate.Score.First - Of(candidate.SubParty);

    private int Counted(int subParty)
    {
        var people = 0;
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            people += _counts[kind] ? _parties.CountOf(subParty, kind) : 0;
        }

        return people;
    }
}
