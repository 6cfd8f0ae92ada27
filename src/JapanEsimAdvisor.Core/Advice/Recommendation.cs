using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>
/// The advice for a trip: the answers of the four strategies, the recommended one, and the cost of home roaming.
/// </summary>
public sealed record Recommendation
{
    /// <summary>The solved trip that the answers come from.</summary>
    public required SolvedParty Party { get; init; }

    /// <summary>Name of the recommended strategy; null where no strategy can serve the party.</summary>
    public required string? Recommended { get; init; }

    /// <summary>Always four answers, in this order: per-person, shared-hotspot, pocket-wifi, mix.</summary>
    public required ImmutableArray<Answer> Answers { get; init; }

    /// <summary>The cost of home roaming, one entry for each traveler.</summary>
    public required ImmutableArray<HomeRoaming> DoingNothing { get; init; }

    /// <summary>The assumptions of the advice.</summary>
    public required ImmutableArray<Notice> Assumptions { get; init; }

    /// <summary>The trip.</summary>
    public Trip Trip => Party.Trip;

    /// <summary>The catalog.</summary>
    public CatalogSnapshot Catalog => Party.Catalog;

    /// <summary>Today in Japan.</summary>
    public DateOnly Today => Party.Today;

    /// <summary>Types of traveler.</summary>
    public ImmutableArray<TravelerType> Types => Party.Types;

    /// <summary>The bundles that each type may buy, in the order of the types.</summary>
    public ImmutableArray<HostLines> Hosts => Party.Hosts;

    /// <summary>The best pods of every sub-party.</summary>
    public PodTable Pods => Party.Pods;

    /// <summary>The recommended answer; null where no strategy can serve the party.</summary>
    public Answer? Best => Answers.FirstOrDefault(answer => answer.Strategy == Recommended);

    /// <summary>
    /// The answer with this basket; null where there is none. Of several, the recommended answer is first.
    /// </summary>
    public Answer? ByBasket(string id) => Best?.Basket!.Id == id ? Best : Answers.FirstOrDefault(answer => answer.Basket?.Id == id);

    /// <summary>The type of a traveler.</summary>
    /// <exception cref="InvalidOperationException">The trip has no such traveler.</exception>
    public TravelerType TypeOf(string travelerId) => Types.First(type => type.Members.Any(member => member.Id == travelerId));
}

/// <summary>The basket of one strategy, or the reasons why there is none.</summary>
public sealed record Answer
{
    /// <summary>Name of the strategy, or of the search that found the basket.</summary>
    public required string Strategy { get; init; }

    /// <summary>Null where the strategy cannot serve the party.</summary>
    public required Basket? Basket { get; init; }

    /// <summary>Risk of the basket; null without a basket.</summary>
    public required GroupRisk? Risk { get; init; }

    /// <summary>Why the basket is recommended or not, or why there is none.</summary>
    public required ImmutableArray<Notice> Reasons { get; init; }

    /// <summary>What the reader must know before buying.</summary>
    public required ImmutableArray<Notice> Warnings { get; init; }

    /// <summary>True where there is a basket.</summary>
    public bool IsFeasible => Basket is not null;
}

/// <summary>What the home line of a traveler adds to the bill.</summary>
/// <param name="Traveler">Traveler id.</param>
/// <param name="Operator">Seller id of the home operator; null where not given.</param>
/// <param name="PlanId">Id of the cheapest roaming plan that the traveler may use; null where not known.</param>
/// <param name="Yen">Unrounded yen for all people of the traveler; null where not known.</param>
/// <param name="Reason">The result as a notice.</param>
public sealed record HomeRoaming(string Traveler, string? Operator, string? PlanId, decimal? Yen, Notice Reason);
