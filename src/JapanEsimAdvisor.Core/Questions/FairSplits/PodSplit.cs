using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>How the price of one pod, or of several alike, is shared, and whether a group of it would rather buy by itself.</summary>
/// <param name="Adjusted">True where the plain shares were blocked and were moved until they were not.</param>
/// <param name="BlockedBy">The group that would save most; null where the split is stable.</param>
/// <param name="SavedApart">What the pod would save apart, so that no split can please all; null where it would not.</param>
public sealed record PodSplit(PodPeople People, RoundedShares Shares, bool Adjusted, BlockingGroup? BlockedBy, decimal? SavedApart)
{
    private const int MostShifts = 60;

    /// <summary>Shares are shifted until they are stable to a hundredth of a minor unit a head, if they can be.</summary>
    private const int Fineness = 100;

    /// <summary>Fixed part equally, the rest by expected use; not tested.</summary>
    public static PodSplit Plain(PodPeople people, string currency, ExchangeRates rates)
    {
        var bill = PodBill.Of(people.Placed, currency, rates);
        return new PodSplit(people, RoundedShares.Of(bill.PerHead(people), people, bill.Price, rates.ByCurrency[currency].MinorUnit), false, null, null);
    }

    /// <summary>The plain shares, or stable ones near them where some group blocks those and a few shifts help.</summary>
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


    /// <summary>Lowers the most aggrieved group to what it would pay by itself, again and again; null where that leaves some group better off alone.</summary>
    private static RoundedShares? Shifted(decimal[] exact, PodPeople people, PodBill bill, PodGroups groups, decimal unit)
    {
        for (var shift = 0; shift < MostShifts; shift++)
        {
            if (groups.Worst(RoundedShares.Of(exact, people, bill.Price, unit / Fineness)) is not { } worst || !Shift(exact, people, bill.Price / people.Times, groups, worst))
            {
                break;
            }
        }

        var shares = RoundedShares.Of(exact, people, bill.Price, unit);
        return groups.Worst(shares) is null ? shares : null;
    }

    /// <summary>
    /// The group pays what it would pay by itself; the others take over the difference in proportion to their room, which ends at what each would pay
    /// alone, or at the whole price for who could not be alone. People alike then pay alike again.
    /// </summary>
    /// <returns>False where the others have not enough room.</returns>
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

    private static decimal Sum(ImmutableArray<int> heads, IReadOnlyList<decimal> each) => heads.Select((count, kind) => count * each[kind]).Sum();
}
