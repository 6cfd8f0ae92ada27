using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>A group of people of a pod who would save by themselves.</summary>
/// <param name="Counts">Number of people of each type of the pod.</param>
/// <param name="OwnPrice">Their price by themselves, in the reader's currency, unrounded.</param>
/// <param name="Saves">What they pay now minus that price.</param>
public sealed record BlockingGroup(ImmutableArray<int> Counts, decimal OwnPrice, decimal Saves);

/// <summary>
/// Every group of the people of a pod, with the price of its own advice. A group does not count where it cannot be
/// served by itself, or where fewer of its limits would be met than in the pod.
/// </summary>
public sealed class PodGroups
{
    private readonly PodPeople _people;

    /// <summary>
    /// Price by group. The index is a mixed-radix number over the types of the pod, 0 for nobody. Null where the group
    /// does not count.
    /// </summary>
    private readonly decimal?[] _prices;

    private PodGroups(PodPeople people, decimal?[] prices) => (_people, _prices) = (people, prices);

    private int Everybody => _prices.Length - 1;

    /// <summary>The groups of a pod.</summary>
    public static PodGroups Of(PodPeople people, OwnPrices own, CurrencyRate rate)
    {
        var prices = new decimal?[people.Counts.Aggregate(1, (product, count) => product * (count + 1))];
        prices[0] = 0;
        Span<int> counts = stackalloc int[people.Counts.Length];
        for (var group = 1; group < prices.Length; group++)
        {
            var heads = Decode(group, people.Counts, counts);
            var mayBeUnmet = people.Placed.Pod.Unmet > 0 ? heads : 0;
            if (own.Of(own.NumberOf(people.Types, counts)) is { } price && price.Unmet <= mayBeUnmet)
            {
                prices[group] = (decimal)price.Yen / rate.YenPerUnit;
            }
        }

        return new PodGroups(people, prices);
    }

    /// <summary>
    /// The group that would save most by itself, more than one minor unit for each person; null where there is none.
    /// </summary>
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
    /// How much less than the price of the pod a group and the rest would pay in separate pods, where the rest is
    /// together or each alone. Then with all shares somebody would save. Null where it is at most one minor unit for
    /// each person.
    /// </summary>
    /// <param name="price">Price of one pod.</param>
    /// <param name="unit">Minor unit of the currency.</param>
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

    /// <summary>Price of one person of a type alone; null where that group does not count.</summary>
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

    /// <summary>Writes the number of people of each type of a group.</summary>
    /// <returns>Number of people in the group.</returns>
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
