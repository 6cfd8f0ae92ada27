using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

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

/// <summary>Who sells.</summary>
public sealed record Seller
{
    public static readonly ImmutableArray<string> WaysBack = ["airport-counter", "post", "hotel", "drop-box", "shop"];

    public const string Worldwide = "worldwide";

    /// <summary>In place of a seller's id: the eSIM of phones took the product's place.</summary>
    public const string SucceededByEsim = "esim";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SellerKind Kind { get; init; }

    /// <summary>Home market: ISO codes or <c>worldwide</c>; where it sells as long as nothing else is stated.</summary>
    public required ImmutableArray<string> Market { get; init; }

    public ImmutableArray<string>? SoldIn { get; init; }

    public string? Website { get; init; }

    public Refund? Refund { get; init; }

    public ImmutableArray<string> SupportLanguages { get; init; } = [];

    public TetherPolicy Tethering { get; init; }

    public ImmutableArray<Tariff> Tariffs { get; init; } = [];

    public string? EndedOn { get; init; }

    public string? Successor { get; init; }

    public ImmutableArray<Handover> ObtainedBy { get; init; } = [];

    /// <summary>How a rented router goes back: of <see cref="WaysBack"/>.</summary>
    public ImmutableArray<string> ReturnedBy { get; init; } = [];

    public ImmutableArray<Fee> Fees { get; init; } = [];

    public required Source Source { get; init; }
}

/// <param name="Policy">One of <see cref="Policies"/>.</param>
public sealed record Refund(string Policy, int? Days)
{
    /// <summary>What is said where no source states a policy.</summary>
    public const string Unknown = "unknown";

    /// <summary>What a source may state.</summary>
    public static readonly ImmutableArray<string> Policies = ["none", "credit-only", "unused-only", "faults-only"];
}

/// <summary>A subscription at a home operator.</summary>
public sealed record Tariff(string Id, string Name);
