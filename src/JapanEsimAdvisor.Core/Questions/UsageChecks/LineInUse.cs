using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Questions.UsageChecks;

/// <summary>What one host bought, who connects through it, and what has been used of it.</summary>
public sealed record LineInUse
{
    public required Plan Plan { get; init; }

    /// <summary>Times it was bought, at least 1.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Days of one purchase; null: the shortest row of the price table that lasts, bought so often, else the longest.</summary>
    public int? Days { get; init; }

    /// <summary>Traveler id of who bought, hosts or carries it.</summary>
    public required string Buyer { get; init; }

    public ImmutableArray<Connected> Clients { get; init; } = [];

    /// <summary>First day on which its days count, in Japan.</summary>
    public required DateOnly Started { get; init; }

    /// <summary>GB used by everybody on it since the party arrived.</summary>
    public required double GbUsed { get; init; }

    /// <summary>GB used of the allowance that counts today; null where not known.</summary>
    public double? GbUsedThisCycle { get; init; }
}
