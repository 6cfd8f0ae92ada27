using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The advice for a trip: the four strategies, which of them to take, and what doing nothing would cost.</summary>
public sealed record Recommendation
{
    /// <summary>Who travels, what they may buy, and the pods behind the answers.</summary>
    public required SolvedParty Party { get; init; }

    /// <summary>Name of the strategy to follow; null where nobody can be served.</summary>
    public required string? Recommended { get; init; }

    /// <summary>per-person, shared-hotspot, pocket-wifi, mix: always all four, in this order.</summary>
    public required ImmutableArray<Answer> Answers { get; init; }

    public required ImmutableArray<HomeRoaming> DoingNothing { get; init; }

    public required ImmutableArray<Notice> Assumptions { get; init; }

    public Trip Trip => Party.Trip;

    public CatalogSnapshot Catalog => Party.Catalog;

    /// <summary>Today in Japan.</summary>
    public DateOnly Today => Party.Today;

    public ImmutableArray<TravelerType> Types => Party.Types;

    public ImmutableArray<HostLines> Hosts => Party.Hosts;

    public PodTable Pods => Party.Pods;

    public Answer? Best => Answers.FirstOrDefault(answer => answer.Strategy == Recommended);

    /// <summary>The strategy's answer that is this basket, the recommended one first; null where none is.</summary>
    public Answer? ByBasket(string id) => Best?.Basket!.Id == id ? Best : Answers.FirstOrDefault(answer => answer.Basket?.Id == id);

    public TravelerType TypeOf(string travelerId) => Types.First(type => type.Members.Any(member => member.Id == travelerId));
}

/// <summary>One strategy's basket, or why there is none.</summary>
public sealed record Answer
{
    public required string Strategy { get; init; }

    /// <summary>Null where the strategy cannot serve the party.</summary>
    public required Basket? Basket { get; init; }

    public required GroupRisk? Risk { get; init; }

    public required ImmutableArray<Notice> Reasons { get; init; }

    public required ImmutableArray<Notice> Warnings { get; init; }

    public bool IsFeasible => Basket is not null;
}

/// <summary>What keeping the home line would add to the bill.</summary>
/// <param name="Traveler">Traveler id.</param>
/// <param name="Operator">Seller id; null where not said.</param>
/// <param name="PlanId">The cheapest roaming the traveler may use; null where unknown.</param>
/// <param name="Yen">Unrounded, for all people of the traveler; null where unknown.</param>
public sealed record HomeRoaming(string Traveler, string? Operator, string? PlanId, decimal? Yen, Notice Reason);
