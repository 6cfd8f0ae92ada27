using JapanEsimAdvisor.Web.Partners.Keys;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>
/// A partner. Revoked partners keep their row, so that their calls stay known and their id is never used again.
/// </summary>
public sealed class PartnerRow
{
    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Origins of the publishable key, as browsers send them.</summary>
    public required List<string> Origins { get; set; }

    /// <summary>Template of buy links; null if they lead to the seller.</summary>
    public required string? Link { get; set; }

    /// <summary>Calls a minute with each key; null for the configured default.</summary>
    public required int? Quota { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Milliseconds since 1970, UTC; null while its keys work.</summary>
    public long? RevokedAt { get; set; }

    public List<PartnerKeyRow> Keys { get; init; } = [];
}

/// <summary>A key, past ones included.</summary>
public sealed class PartnerKeyRow
{
    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Hash { get; init; }

    public int PartnerId { get; init; }

    public required KeyKind Kind { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Milliseconds since 1970, UTC; null while it works.</summary>
    public long? EndedAt { get; set; }
}

/// <summary>A partner's calls on one day.</summary>
public sealed class PartnerUseRow
{
    public required int PartnerId { get; init; }

    /// <summary>Calendar day in Japan.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Calls within the quota.</summary>
    public required long Answered { get; init; }

    /// <summary>Calls beyond the quota.</summary>
    public required long Refused { get; init; }
}
