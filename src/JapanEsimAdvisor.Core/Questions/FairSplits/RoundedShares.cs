using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>
/// Shares of a pod's price in whole minor units, by the largest-remainder method. The shares add up to the price. Ties
/// go to the type with the lower index. Shares in a type differ by at most one unit.
/// </summary>
/// <param name="Low">Lowest share of a person of each type.</param>
/// <param name="More">
/// Number of people of each type who pay one unit more, over all equal pods. They are the first in order.
/// </param>
/// <param name="Unit">Minor unit of the currency.</param>
public sealed record RoundedShares(ImmutableArray<decimal> Low, ImmutableArray<int> More, decimal Unit)
{
    /// <summary>
    /// Digits after the point of a minor unit. Remainders that are equal in these digits count as equal.
    /// </summary>
    private const int Grain = 9;

    /// <summary>Rounds exact shares.</summary>
    /// <param name="exact">
    /// Share of one person of each type, at least 0. The shares of all people add up to <paramref name="price"/>.
    /// </param>
    /// <param name="people">The people of the pod.</param>
    /// <param name="price">A whole number of units.</param>
    /// <param name="unit">Minor unit of the currency, or a fraction of it.</param>
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

    /// <summary>The most that a number of people of a type pay together.</summary>
    public decimal Paid(int kind, int heads) => (Low[kind] * heads) + (Math.Min(More[kind], heads) * Unit);
}
