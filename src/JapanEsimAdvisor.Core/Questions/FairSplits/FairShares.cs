using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>So many people of a traveler who pay the same.</summary>
public sealed record HeadShare(string Traveler, int Count, Money PerHead);

/// <summary>So many people of a traveler, each of whom owes a buyer the same.</summary>
/// <param name="To">Traveler of whom one person bought.</param>
public sealed record Transfer(string From, int Count, string To, Money AmountEach);

/// <summary>Who pays what of a basket's displayed price, to the minor unit of the reader's currency.</summary>
/// <param name="Heads">Everybody once, in the order of the request, of a traveler the dearer first.</param>
/// <param name="Transfers">One from each person who owes; who bought only receives.</param>
public sealed record FairShares(ImmutableArray<HeadShare> Heads, ImmutableArray<Transfer> Transfers, string Currency)
{
    /// <summary>By the plain rule of the method, section 9, whether or not a group would rather buy by itself.</summary>
    public static FairShares Plain(Basket basket, Recommendation advice, string currency) =>
        Of(basket.Pods.Select(placed => PodSplit.Plain(PodPeople.Of(placed, advice), currency, advice.Catalog.Rates)), advice, currency);

    public static FairShares Of(IEnumerable<PodSplit> pods, Recommendation advice, string currency)
    {
        var order = advice.Trip.Travelers.Select((traveler, index) => (traveler.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
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
    public Money Of(string travelerId) => new(Heads.Where(head => head.Traveler == travelerId).Sum(head => head.PerHead.Amount * head.Count), Currency);

    private static IEnumerable<(Seat Seat, string Host, int Count, decimal Amount)> Payers(PodSplit pod)
    {
        var more = pod.Shares.More.ToArray();
        foreach (var seat in pod.People.Seats)
        {
            var kind = pod.People.Types.IndexOf(seat.Type);
            var dearer = Math.Min(more[kind], seat.Count);
            more[kind] -= dearer;
            foreach (var (count, amount) in new[] { (dearer, pod.Shares.Low[kind] + pod.Shares.Unit), (seat.Count - dearer, pod.Shares.Low[kind]) })
            {
                if (count > 0)
                {
                    yield return (seat, pod.People.Placed.Host, count, amount);
                }
            }
        }
    }
}
