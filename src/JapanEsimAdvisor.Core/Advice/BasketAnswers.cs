using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Makes a whole answer of pods, whatever search found them: who is placed where, what it risks, what to know before acting on it.</summary>
public sealed class BasketAnswers(SolvedParty party)
{
    private readonly WarningWriter _warnings = new(party);

    /// <param name="name">Name of the strategy, or of the search that found the pods.</param>
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
