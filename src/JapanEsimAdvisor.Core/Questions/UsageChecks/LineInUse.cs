using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>A line during the trip: what a host bought, the clients, and the use so far.</summary>
public sealed record LineInUse
{
    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Number of purchases, at least 1.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>
    /// Days of one purchase. Null for the shortest row of the price table that lasts with <see cref="Quantity"/>
    /// purchases, else the longest row.
    /// </summary>
    public int? Days { get; init; }

    /// <summary>Id of the traveler who bought it, and has the hotspot or the router.</summary>
    public required string Buyer { get; init; }

    /// <summary>Travelers who connect through the buyer.</summary>
    public ImmutableArray<Connected> Clients { get; init; } = [];

    /// <summary>First day that counts, in Japan.</summary>
    public required DateOnly Started { get; init; }

    /// <summary>GB that all people on the line used since the arrival.</summary>
    public required double GbUsed { get; init; }

    /// <summary>GB used in the cycle of today; null where not known.</summary>
    public double? GbUsedThisCycle { get; init; }
}
