using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>
/// Shares of a pod's price in whole minor units that add up to it, by largest remainder; ties go to the lower type. People alike differ by at most one
/// unit.
/// </summary>
/// <param name="Low">What a head of each type pays at least.</param>
/// <param name="More">So many heads of each type, the first in order, pay one unit more; over all pods alike.</param>
/// <param name="Unit">Minor unit of the currency.</param>
public sealed record RoundedShares(ImmutableArray<decimal> Low, ImmutableArray<int> More, decimal Unit)
{
    /// <summary>Digits of a minor unit below which two remainders are the same.</summary>
    private const int Grain = 9;

    /// <param name="exact">What a head of each type pays, not negative, adding up to <paramref name="price"/>.</param>
    /// <param name="price">A whole number of units.</param>
    public static RoundedShares Of(IReadOnlyList<decimal> exact, PodPeople people, decimal price, decimal unit)
    {
        var units = exact.Select(share => Math.Round(share / unit, Grain)).ToList();
        var whole = units.Select(Math.Floor).ToList();
        var left = (int)((price / unit) - whole.Select((share, kind) => share * people.Counts[kind] * people.Times).Sum());
        var more = new int[exact.Count];
        foreach (var kind in Enumerable.Range(0, exact.Count).OrderByDescending(kind => units[kind] - whole[kind]).ThenBy(kind => kind))
        {
            more[kind] = Math.Min(left, people.Counts[kind] * people.Times);
            left -= more[kind];
        }

        return new RoundedShares([.. whole.Select(share => share * unit)], [.. more], unit);
    }

    /// <summary>What so many heads of a type pay together at most.</summary>
    public decimal Paid(int kind, int heads) => (Low[kind] * heads) + (Math.Min(More[kind], heads) * Unit);
}
