using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core;

/// <summary>Finds the advice for a trip from a catalog on a day. Deterministic, synchronous, without I/O.</summary>
public static class Recommender
{
    /// <summary>Solves the trip and answers all four strategies. A trip that has begun is solved from today on.</summary>
    /// <param name="trip">Checked by the caller.</param>
    /// <param name="catalog">Contains every device, seller and profile that the trip names.</param>
    /// <param name="today">Today in Japan.</param>
    /// <param name="cancellation">Stops this search, and every later one that starts from its result.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The party has more sub-parties than <see cref="Arrangements.SubParties.Most"/>. Callers refuse such requests.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was canceled.</exception>
    public static Recommendation Recommend(Trip trip, CatalogSnapshot catalog, DateOnly today, CancellationToken cancellation = default)
    {
        var party = SolvedParty.Of(trip with { Stay = trip.Stay.From(today) }, catalog, today, null, cancellation);
        var answers = new AnswerWriter(party).Answers();
        return new Recommendation
        {
            Party = party,
            Recommended = AnswerWriter.Recommended(answers),
            Answers = answers,
            DoingNothing = Advice.DoingNothing.Of(party),
            Assumptions = Advice.Assumptions.Of(party),
        };
    }

    /// <summary>
    /// Number of sub-parties in an exact search of this trip: Π(countᵢ + 1) over the types of traveler.
    /// </summary>
    public static double SubParties(Trip trip, CatalogSnapshot catalog) => SolvedParty.SubPartiesOf(trip, catalog);
}
