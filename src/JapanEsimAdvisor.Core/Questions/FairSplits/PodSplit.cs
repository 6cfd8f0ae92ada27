using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>Shares of the price of one pod, or of several equal pods, and the result of the group test.</summary>
/// <param name="People">The people of the pod.</param>
/// <param name="Shares">What each pays.</param>
/// <param name="Adjusted">True where the basic shares were not stable and these shares are.</param>
/// <param name="BlockedBy">The group that would save most by itself; null where the shares are stable.</param>
/// <param name="SavedApart">
/// What the people would save in separate pods. Then no shares can be stable. Null where they would save nothing.
/// </param>
public sealed record PodSplit(PodPeople People, RoundedShares Shares, bool Adjusted, BlockingGroup? BlockedBy, decimal? SavedApart)
{
    private const int MostShifts = 60;

    /// <summary>The shifts work with a hundredth of a minor unit for each person.</summary>
    private const int Fineness = 100;

    /// <summary>The basic shares: the fixed part equally, the rest by expected use. Without the test.</summary>
    public static PodSplit Plain(PodPeople people, string currency, ExchangeRates rates)
    {
        var bill = PodBill.Of(people.Placed, currency, rates);
        var shares = RoundedShares.Of(bill.PerHead(people), people, bill.Price, rates.ByCurrency[currency].MinorUnit);
        return new PodSplit(people, shares, false, null, null);
    }

    /// <summary>
    /// The basic shares where they are stable or where shifts do not help. Otherwise stable shares near them.
    /// </summary>
    public static PodSplit Tested(PodPeople people, string currency, ExchangeRates rates, OwnPrices own)
    {
        var (bill, rate) = (PodBill.Of(people.Placed, currency, rates), rates.ByCurrency[currency]);
        var unit = rate.MinorUnit;
        var exact = bill.PerHead(people);
        var plain = RoundedShares.Of(exact, people, bill.Price, unit);
        var groups = PodGroups.Of(people, own, rate);
        if (groups.Worst(plain) is not { } worst)
        {
            return new PodSplit(people, plain, false, null, null);
        }

        var saved = groups.SavedApart(bill.Price / people.Times, unit);
        return saved is null && Shifted(exact, people, bill, groups, unit) is { } stable
            ? new PodSplit(people, stable, true, null, null)
            : new PodSplit(people, plain, false, worst, saved);
    }

    /// <summary>
    /// Repeats shifts for the group that would save most. Null where some group would still save by itself.
    /// </summary>
    private static RoundedShares? Shifted(decimal[] exact, PodPeople people, PodBill bill, PodGroups groups, decimal unit)
    {
        for (var shift = 0; shift < MostShifts; shift++)
        {
            if (groups.Worst(RoundedShares.Of(exact, people, bill.Price, unit / Fineness)) is not { } worst
                || !Shift(exact, people, bill.Price / people.Times, groups, worst))
            {
                break;
            }
        }

        var shares = RoundedShares.Of(exact, people, bill.Price, unit);
        return groups.Worst(shares) is null ? shares : null;
    }

    /// <summary>
    /// Lowers the shares of a group to its own price. The others pay the difference in proportion to their room. The
    /// room of a person ends at the price of this person alone, or at the whole price where that is not possible. After
    /// that, people of a type pay the same again.
    /// </summary>
    /// <returns>False where the room of the others is too small.</returns>
    private static bool Shift(decimal[] exact, PodPeople people, decimal price, PodGroups groups, BlockingGroup worst)
    {
        var others = people.Counts.Zip(worst.Counts, (all, some) => all - some).ToImmutableArray();
        var rooms = exact.Select((share, kind) => Math.Max(0, (groups.Alone(kind) ?? price) - share)).ToList();
        var (room, pays) = (Sum(others, rooms), Sum(worst.Counts, exact));
        var over = pays - worst.OwnPrice;
        if (room <= 0 || room < over)
        {
            return false;
        }

        for (var kind = 0; kind < exact.Length; kind++)
        {
            var (low, high) = (exact[kind] * worst.OwnPrice / pays, exact[kind] + (over * rooms[kind] / room));
            exact[kind] = ((worst.Counts[kind] * low) + (others[kind] * high)) / people.Counts[kind];
        }

        return true;
    }

    private static decimal Sum(ImmutableArray<int> heads, IReadOnlyList<decimal> each) =>
        heads.Select((count, kind) => count * each[kind]).Sum();
}
