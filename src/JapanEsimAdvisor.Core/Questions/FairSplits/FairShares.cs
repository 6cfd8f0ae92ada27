using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>People of a traveler who pay the same.</summary>
/// <param name="Traveler">Id of the traveler.</param>
/// <param name="Count">Number of people, at least 1.</param>
/// <param name="PerHead">What each pays.</param>
public sealed record HeadShare(string Traveler, int Count, Money PerHead);

/// <summary>People of a traveler who owe a buyer the same.</summary>
/// <param name="From">Id of the traveler who owes.</param>
/// <param name="Count">Number of people, at least 1.</param>
/// <param name="To">Id of the traveler who bought.</param>
/// <param name="AmountEach">What each owes.</param>
public sealed record Transfer(string From, int Count, string To, Money AmountEach);

/// <summary>Shares of the displayed price of a basket, in whole minor units of the reader's currency.</summary>
/// <param name="Heads">
/// Every person once, in the order of the request. For one traveler, higher shares come first.
/// </param>
/// <param name="Transfers">One from each person who owes. A buyer only receives.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record FairShares(ImmutableArray<HeadShare> Heads, ImmutableArray<Transfer> Transfers, string Currency)
{
    /// <summary>Shares by the basic rule (method, section 9), without the test of groups.</summary>
    public static FairShares Plain(Basket basket, Recommendation advice, string currency) =>
        Of(basket.Pods.Select(placed => PodSplit.Plain(PodPeople.Of(placed, advice), currency, advice.Catalog.Rates)), advice, currency);

    /// <summary>Shares from the splits of all pods.</summary>
    public static FairShares Of(IEnumerable<PodSplit> pods, Recommendation advice, string currency)
    {
        var order = advice.Trip.Travelers
            .Select((traveler, index) => (traveler.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var paid = pods.SelectMany(Payers).ToList();
        return new FairShares(
            [
                .. from payer in paid
                   group payer.Count by (payer.Seat.Traveler, payer.Amount) into same
                   orderby order[same.Key.Traveler], same.Key.Amount descending
                   select new HeadShare(same.Key.Traveler, same.Sum(), new Money(same.Key.Amount, currency)),
            ],
            [
                .. from payer in paid
                   where !payer.Seat.IsHost && payer.Amount > 0
                   group payer.Count by (payer.Seat.Traveler, payer.Host, payer.Amount) into same
                   orderby order[same.Key.Traveler], order[same.Key.Host], same.Key.Amount descending
                   select new Transfer(same.Key.Traveler, same.Sum(), same.Key.Host, new Money(same.Key.Amount, currency)),
            ],
            currency);
    }

    /// <summary>What all people of a traveler pay together.</summary>
    public Money Of(string travelerId) =>
        new(Heads.Where(head => head.Traveler == travelerId).Sum(head => head.PerHead.Amount * head.Count), Currency);

    private static IEnumerable<(Seat Seat, string Host, int Count, decimal Amount)> Payers(PodSplit pod)
    {
        var more = pod.Shares.More.ToArray();
        foreach (var seat in pod.People.Seats)
        {
            var kind = pod.People.Types.IndexOf(seat.Type);
            var dearer = Math.Min(more[kind], seat.Count);
            more[kind] -= dearer;
            var low = pod.Shares.Low[kind];
            foreach (var (count, amount) in new[] { (dearer, low + pod.Shares.Unit), (seat.Count - dearer, low) })
            {
                if (count > 0)
                {
                    yield return (seat, pod.People.Placed.Host, count, amount);
                }
            }
        }
    }
}
