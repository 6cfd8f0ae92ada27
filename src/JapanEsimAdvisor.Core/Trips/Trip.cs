using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Trips;

/// <summary>Everything the advice depends on, already checked: who travels, when, with what, and what they want.</summary>
public sealed record Trip
{
    /// <summary>Largest party that is advised.</summary>
    public const int MostPeople = 60;

    /// <summary>Longest trip that is advised, calendar days.</summary>
    public const int MostDays = 365;

    public required Stay Stay { get; init; }

    public required ImmutableArray<Traveler> Travelers { get; init; }

    /// <summary>IATA code of the airport of arrival.</summary>
    public string? Airport { get; init; }

    public ImmutableArray<Area> Areas { get; init; } = [];

    public Residency Residency { get; init; }

    /// <summary>ISO country the party comes from; null where not said.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>ISO countries visited on the same journey.</summary>
    public ImmutableArray<string> OtherCountries { get; init; } = [];

    public Priority Priority { get; init; }

    /// <summary>Wished-for highest chance of running out, 0 to 1.</summary>
    public double MaxChanceOfRunningOut { get; init; } = 0.2;

    /// <summary>Share of activities done on free Wi-Fi, 0 to 1.</summary>
    public double FreeWifiShare { get; init; } = 0.4;

    /// <summary>Everybody's use, phone and devices, times so much; above 0. 1 but where another use is tried out.</summary>
    public double UsageScale { get; init; } = 1;

    /// <summary>True where the reader's page is Chinese: phones of unknown market are then more often without eSIM.</summary>
    public bool ChineseReader { get; init; }

    /// <summary>Codes of what the request left open and was filled in for it.</summary>
    public ImmutableArray<string> Defaults { get; init; } = [];

    public int People => Travelers.Sum(traveler => traveler.Count);
}

public enum Residency
{
    Visitor,
    LongStay,
    Resident,
}

public enum Area
{
    Cities,
    Countryside,
    Mountains,
    Islands,
}

/// <summary>How much inconvenience weighs against money.</summary>
public enum Priority
{
    Balanced,
    Price,
    Ease,
}
