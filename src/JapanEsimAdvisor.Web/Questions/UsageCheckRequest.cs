namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A party on its trip: who they are, as for advice, with what they bought and used.</summary>
/// <remarks>Its rules are in <see cref="UsageCheckRules"/>.</remarks>
public sealed record UsageCheckRequest
{
    /// <summary>When and from where, as for advice; with dates.</summary>
    public TripPart? Trip { get; init; }

    /// <summary>Who travels, 1 to 60 people. Either this or <c>people</c>.</summary>
    public IReadOnlyList<TravelerPart>? Travelers { get; init; }

    /// <summary>So many people of whom nothing else is known, 1 to 60: traveler t1.</summary>
    public int? People { get; init; }

    /// <summary>What holds for every traveler who says nothing else.</summary>
    public EveryonePart? Everyone { get; init; }

    public PreferencesPart? Preferences { get; init; }

    /// <summary>A day of the trip, YYYY-MM-DD; today in Japan where left out. Its own use still lies ahead.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What was bought, 1 to 60 lines, nobody on two of them.</summary>
    public IReadOnlyList<LinePart>? Lines { get; init; }

    /// <summary>The party and its trip, as a request for advice states them.</summary>
    public TripRequest ToParty() => new() { Trip = Trip, Travelers = Travelers, People = People, Everyone = Everyone, Preferences = Preferences };
}

public sealed record LinePart
{
    /// <summary>Plan id of the catalog.</summary>
    public string? PlanId { get; init; }

    /// <summary>Times it was bought, 1 to 60; once where left out.</summary>
    public int? Quantity { get; init; }

    /// <summary>Days of one purchase, a row of the plan's price table; the row that lasts where left out.</summary>
    public int? Days { get; init; }

    /// <summary>Traveler id of who bought, hosts or carries it; may be left out where there is only one.</summary>
    public string? Buyer { get; init; }

    /// <summary>Who connects through it.</summary>
    public IReadOnlyList<ClientPart>? Clients { get; init; }

    /// <summary>First day on which its days count; the day of arrival where left out.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>GB used by everybody on it since arrival, 0 to 10,000.</summary>
    public double? GbUsed { get; init; }

    /// <summary>GB used of the allowance that counts today, at most <c>gbUsed</c>. Estimated where it is left out.</summary>
    public double? GbUsedThisCycle { get; init; }
}

public sealed record ClientPart
{
    /// <summary>Traveler id.</summary>
    public string? Traveler { get; init; }

    /// <summary>So many people of that traveler; one where left out.</summary>
    public int? Count { get; init; }
}
