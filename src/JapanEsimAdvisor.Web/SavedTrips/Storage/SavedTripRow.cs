namespace JapanEsimAdvisor.Web.SavedTrips.Storage;

/// <summary>A saved trip. Deleted or expired it is emptied at once, and only its id, its end and the reason stay for a while.</summary>
public sealed class SavedTripRow
{
    /// <summary>128 random bits. A reader needs nothing else.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the edit token; empty where the trip is gone.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>Counts changes, from 1.</summary>
    public required int Version { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long SavedAt { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long ChangedAt { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long ExpiresAt { get; set; }

    /// <summary><see cref="SavedContent"/> as JSON; null where the trip is gone.</summary>
    public required string? Content { get; set; }

    /// <summary>True where it was deleted by hand; what is gone otherwise has expired.</summary>
    public bool IsDeleted { get; set; }
}
