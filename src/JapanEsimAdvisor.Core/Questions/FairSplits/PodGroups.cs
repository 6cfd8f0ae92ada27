using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>Some people of a pod who would do better by themselves.</summary>
/// <param name="Counts">People of each type of the pod.</param>
/// <param name="OwnPrice">What they would pay by themselves, in the reader's currency, unrounded.</param>
/// <param name="Saves">What that is less than what they pay now.</param>
public sealed record BlockingGroup(ImmutableArray<int> Counts, decimal OwnPrice, decimal Saves);

/// <summary>
/// Every group of a pod's people with the price of its own advice. A group that could not be served by itself, or only over more of its limits than in
/// the pod, does not count.
/// </summary>
public sealed class PodGroups
{
    private readonly PodPeople _people;

    /// <summary>By group as a mixed-radix number over the pod's types, 0 for nobody; null where the group does not count.</summary>
    private readonly decimal?[] _prices;

    private PodGroups(PodPeople people, decimal?[] prices) => (_people, _prices) = (people, prices);

    private int Everybody => _prices.Length - 1;

    public static PodGroups Of(PodPeople people, OwnPrices own, CurrencyRate rate)
    {
        var prices = new decimal?[people.Counts.Aggregate(1, (product, count) => product * (count + 1))];
        prices[0] = 0;
        Span<int> counts = stackalloc int[people.Counts.Length];
        for (var group = 1; group < prices.Length; group++)
        {
            var heads = Decode(group, people.Counts, counts);
            if (own.Of(own.NumberOf(people.Types, counts)) is { } price && price.Unmet <= (people.Placed.Pod.Unmet > 0 ? heads : 0))
            {
                prices[group] = (decimal)price.Yen / rate.YenPerUnit;
            }
        }

        return new PodGroups(people, prices);
    }

    /// <summary>The group that would save most by itself, beyond a minor unit a head; null where no group would.</summary>
    public BlockingGroup? Worst(RoundedShares shares)
    {
        var (worst, most) = (0, 0m);
        Span<int> counts = stackalloc int[_people.Counts.Length];
        for (var group = 1; group < _prices.Length; group++)
        {
            if (_prices[group] is not { } price)
            {
                continue;
            }

            var heads = Decode(group, _people.Counts, counts);
            var saves = Paid(counts, shares) - price;
            if (saves > heads * shares.Unit && saves > most)
            {
                (worst, most) = (group, saves);
            }
        }

        return worst == 0 ? null : new BlockingGroup(CountsOf(worst), _prices[worst]!.Value, most);
    }

    /// <summary>
    /// How much less than the pod's price some group and the rest would pay apart, the rest together or each by themselves; null where that is no more
    /// than a minor unit a head. Then every split leaves somebody who would save alone.
    /// </summary>
    /// <param name="price">Of one pod.</param>
    public decimal? SavedApart(decimal price, decimal unit)
    {
        decimal most = 0;
        for (var group = 1; group < _prices.Length; group++)
        {
            if (_prices[group] is { } own && Cheapest(Everybody - group) is { } rest)
            {
                most = Math.Max(most, price - own - rest);
            }
        }

        return most > _people.People * unit ? most : null;
    }

    /// <summary>What one person of a type would pay alone; null where that does not count.</summary>
    public decimal? Alone(int kind) => _prices[_people.Counts.Take(kind).Aggregate(1, (product, count) => product * (count + 1))];

    private decimal? Cheapest(int group)
    {
        decimal? singles = 0;
        var counts = CountsOf(group);
        for (var kind = 0; kind < counts.Length; kind++)
        {
            singles += counts[kind] == 0 ? 0 : counts[kind] * Alone(kind);
        }

        return (_prices[group], singles) switch
        {
            ({ } together, { } apart) => Math.Min(together, apart),
            var (together, apart) => together ?? apart,
        };
    }

    private ImmutableArray<int> CountsOf(int group)
    {
        var counts = new int[_people.Counts.Length];
        Decode(group, _people.Counts, counts);
        return [.. counts];
    }

    private static decimal Paid(ReadOnlySpan<int> counts, RoundedShares shares)
    {
        decimal paid = 0;
        for (var kind = 0; kind < counts.Length; kind++)
        {
            paid += shares.Paid(kind, counts[kind]);
        }

        return paid;
    }

    /// <returns>People in the group.</returns>
    private static int Decode(int group, ImmutableArray<int> most, Span<int> counts)
    {
        var heads = 0;
        for (var kind = 0; kind < most.Length; kind++)
        {
            (group, counts[kind]) = Math.DivRem(group, most[kind] + 1);
            heads += counts[kind];
        }

        return heads;
    }
}
