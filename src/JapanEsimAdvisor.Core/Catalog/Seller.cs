using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>Kind of seller.</summary>
public enum SellerKind
{
    TravelEsim,
    JapanCarrier,
    JapanMvno,
    JapanVisitor,
    JapanRetail,
    AsiaMarket,
    HomeOperator,
    PocketWifi,
    Ended,
}

/// <summary>A seller of plans.</summary>
public sealed record Seller
{
    /// <summary>Every value of <see cref="ReturnedBy"/>.</summary>
    public static readonly ImmutableArray<string> WaysBack = ["airport-counter", "post", "hotel", "drop-box", "shop"];

    /// <summary>In place of a country code: every country.</summary>
    public const string Worldwide = "worldwide";

    /// <summary>Value of <see cref="Successor"/> where phones with eSIM replaced the product.</summary>
    public const string SucceededByEsim = "esim";

    /// <summary>Unique in the catalog.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SellerKind Kind { get; init; }

    /// <summary>
    /// Home market: ISO 3166 codes or <c>worldwide</c>. The seller sells here where nothing else is stated.
    /// </summary>
    public required ImmutableArray<string> Market { get; init; }

    /// <summary>Countries of sale: ISO 3166 codes or <c>worldwide</c>; null where not stated.</summary>
    public ImmutableArray<string>? SoldIn { get; init; }

    /// <summary>Address of the home page; null where not known.</summary>
    public string? Website { get; init; }

    /// <summary>Refund policy; null where not known.</summary>
    public Refund? Refund { get; init; }

    /// <summary>Language codes of customer support; empty where not known.</summary>
    public ImmutableArray<string> SupportLanguages { get; init; } = [];

    /// <summary>The general tethering rule of the seller.</summary>
    public TetherPolicy Tethering { get; init; }

    /// <summary>Subscriptions of a home operator; empty for other sellers.</summary>
    public ImmutableArray<Tariff> Tariffs { get; init; } = [];

    /// <summary>
    /// <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c> on which the service ended; null while it is offered.
    /// </summary>
    public string? EndedOn { get; init; }

    /// <summary>Seller id of the successor, or <see cref="SucceededByEsim"/>; null where there is none.</summary>
    public string? Successor { get; init; }

    /// <summary>Ways in which a purchase reaches the buyer; empty where not known.</summary>
    public ImmutableArray<Handover> ObtainedBy { get; init; } = [];

    /// <summary>Ways to return a rented router, of <see cref="WaysBack"/>; empty where not known.</summary>
    public ImmutableArray<string> ReturnedBy { get; init; } = [];

    /// <summary>Fees on every plan of the seller.</summary>
    public ImmutableArray<Fee> Fees { get; init; } = [];

    /// <summary>Where these facts were read.</summary>
    public required Source Source { get; init; }
}

/// <summary>A refund policy.</summary>
/// <param name="Policy">One of <see cref="Policies"/>, or <see cref="Unknown"/>.</param>
/// <param name="Days">Days after the purchase within which a refund is possible; null where not stated.</param>
public sealed record Refund(string Policy, int? Days)
{
    /// <summary>Value of <see cref="Policy"/> where no source states one.</summary>
    public const string Unknown = "unknown";

    /// <summary>Every policy that a source can state.</summary>
    public static readonly ImmutableArray<string> Policies = ["none", "credit-only", "unused-only", "faults-only"];
}

/// <summary>A subscription at a home operator.</summary>
/// <param name="Id">Unique at the operator.</param>
/// <param name="Name">Name that the operator uses.</param>
public sealed record Tariff(string Id, string Name);
