using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core;

/// <summary>The one way in: a trip, a catalog and a day, and the advice comes out. Deterministic, synchronous, without I/O.</summary>
public static class Recommender
{
    /// <param name="today">Today in Japan.</param>
    /// <param name="cancellation">Stops this search, and every later one that starts from its result.</param>
    /// <exception cref="ArgumentException">The party has more different kinds of people than an exact search accepts; callers refuse such requests.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public static Recommendation Recommend(Trip trip, CatalogSnapshot catalog, DateOnly today, CancellationToken cancellation = default)
    {
        var party = SolvedParty.Of(trip, catalog, today, null, cancellation);
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

    /// <summary>Sub-parties an exact search of this trip would look at: Π(countᵢ + 1) over different kinds of people.</summary>
    public static double SubParties(Trip trip, CatalogSnapshot catalog) => SolvedParty.SubPartiesOf(trip, catalog);
}
