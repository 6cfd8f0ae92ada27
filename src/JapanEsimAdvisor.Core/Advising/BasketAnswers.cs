using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>Makes a whole answer of pods, whatever search found them: who is placed where, what it risks, what to know before acting on it.</summary>
public sealed class BasketAnswers(Trip trip, CatalogSnapshot catalog, DateOnly today, ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts)
{
    private readonly WarningWriter _warnings = new(trip, catalog, today, hosts);

    public static BasketAnswers For(Recommendation advice) => new(advice.Trip, advice.Catalog, advice.Today, advice.Types, advice.Hosts);

    /// <param name="name">Name of the strategy, or of the search that found the pods.</param>
    public Answer Of(string name, ImmutableArray<Pod> pods)
    {
        var basket = Basket.Place(pods, types, trip.Travelers);
        return new Answer
        {
            Strategy = name,
            Basket = basket,
            Risk = GroupRisk.Of(basket, catalog.Usage.Spread, trip.Stay.DemandDays),
            Reasons = [],
            Warnings = _warnings.For(basket),
        };
    }
}
