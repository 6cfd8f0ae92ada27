namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A trip to be saved.</summary>
/// <remarks>Its rules are in <see cref="PurchaseRules"/> and, for the request, in <see cref="TripRules"/>.</remarks>
public sealed record SavedTripRequest
{
    /// <summary>The trip, as asked for advice.</summary>
    public TripRequest? Request { get; init; }

    /// <summary>The answer chosen, as preferences.basket; our advice where left out.</summary>
    public string? BasketId { get; init; }

    /// <summary>What was bought, at most 60.</summary>
    public IReadOnlyList<PurchasePart>? Purchases { get; init; }
}

public sealed record PurchasePart
{
    /// <summary>Plan id of the catalog, or of what was saved or bought before.</summary>
    public string? PlanId { get; init; }

    /// <summary>Seller id; ours, and not read.</summary>
    public string? Provider { get; init; }

    /// <summary>Seller and plan by name; ours, and not read.</summary>
    public string? Name { get; init; }

    /// <summary>Times one buyer bought it, 1 to 60; once where left out.</summary>
    public int? Quantity { get; init; }

    /// <summary>Buyers alike, 1 to 60; one where left out.</summary>
    public int? Count { get; init; }

    /// <summary>Traveler id; may be left out where there is only one.</summary>
    public string? Buyer { get; init; }

    /// <summary>Days of one buyer's purchases together, 1 to 365.</summary>
    public int? Days { get; init; }

    /// <summary>Who connects through it, each buyer's.</summary>
    public IReadOnlyList<ClientPart>? Clients { get; init; }

    /// <summary>First day on which its days count; the day of arrival where left out.</summary>
    public DateOnly? Started { get; init; }

    public DateOnly? BoughtOn { get; init; }
}
