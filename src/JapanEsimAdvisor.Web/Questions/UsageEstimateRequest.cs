namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What somebody does on the phone in a day.</summary>
/// <remarks>Its rules are in <see cref="UsageEstimateRules"/>.</remarks>
public sealed record UsageEstimateRequest
{
    /// <summary>Hours a day by activity id, each 0 to 24. Required; ids under GET /usage-profiles.</summary>
    public IReadOnlyDictionary<string, double>? Activities { get; init; }

    /// <summary>none or hotel: how much of it runs on free Wi-Fi; hotel where left out.</summary>
    public string? FreeWifi { get; init; }

    /// <summary>The same as a request for advice states it: one person who does nothing else.</summary>
    public TripRequest ToParty() => new()
    {
        Trip = new TripPart { Days = 1 },
        People = 1,
        Everyone = new EveryonePart { Usage = new UsagePart { Activities = Activities } },
        Preferences = new PreferencesPart { FreeWifi = FreeWifi },
    };
}
