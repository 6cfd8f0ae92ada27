using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Creates an answer from pods: the basket with travelers, its risk and its warnings.</summary>
/// <param name="party">The party of the pods.</param>
public sealed class BasketAnswers(SolvedParty party)
{
    private readonly WarningWriter _warnings = new(party);

    /// <summary>The answer, without reasons.</summary>
    /// <param name="name">Name of the strategy, or of the search that found the pods.</param>
    /// <param name="pods">Pods that together serve the whole party.</param>
    public Answer Of(string name, ImmutableArray<Pod> pods)
    {
        var basket = Basket.Place(pods, party.Types, party.Trip.Travelers);
        return new Answer
        {
            Strategy = name,
            Basket = basket,
            Risk = GroupRisk.Of(basket, party.Catalog.Usage.Spread, party.Trip.Stay.DemandDays),
            Reasons = [],
            Warnings = _warnings.For(basket),
        };
    }
}
