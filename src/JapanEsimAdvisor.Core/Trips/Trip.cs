using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Trips;

/// <summary>The whole request, already checked: the travelers, their stay, their devices and their wishes.</summary>
public sealed record Trip
{
    /// <summary>Largest party that gets advice, people.</summary>
    public const int MostPeople = 60;

    /// <summary>Longest trip that gets advice, calendar days.</summary>
    public const int MostDays = 365;

    /// <summary>The days in Japan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public required Stay Stay
    {
        get;
        init => field = Bounds.InOrder(value, value.Arrival, value.Departure, nameof(Stay.Departure));
    }

    /// <summary>In the order of the request, at least one.</summary>
    /// <exception cref="ArgumentException">There are no travelers.</exception>
    public required ImmutableArray<Traveler> Travelers
    {
        get;
        init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("A trip has at least one traveler.", nameof(Travelers)) : value;
    }

    /// <summary>IATA code of the airport of arrival; null where not given.</summary>
    public string? Airport { get; init; }

    /// <summary>Parts of Japan that the party visits; empty where not given.</summary>
    public ImmutableArray<Area> Areas { get; init; } = [];

    /// <summary>How long the party lives in Japan.</summary>
    public Residency Residency { get; init; }

    /// <summary>ISO 3166 code of the country the party comes from; null where not given.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>ISO 3166 codes of other countries on the same journey.</summary>
    public ImmutableArray<string> OtherCountries { get; init; } = [];

    /// <summary>How much inconvenience weighs against money.</summary>
    public Priority Priority { get; init; }

    /// <summary>The limit of the party: highest chance of running out, 0 to 1.</summary>
    public double MaxChanceOfRunningOut { get; init => field = Bounds.Between(value, 0, 1, nameof(MaxChanceOfRunningOut)); } = 0.2;

    /// <summary>Share of the activities on free Wi-Fi, 0 to 1.</summary>
    public double FreeWifiShare { get; init => field = Bounds.Between(value, 0, 1, nameof(FreeWifiShare)); } = 0.4;

    /// <summary>
    /// Factor for the use of every traveler, phone and devices, above 0. It differs from 1 only where another use is
    /// tried.
    /// </summary>
    public double UsageScale { get; init => field = Bounds.Between(value, double.Epsilon, double.MaxValue, nameof(UsageScale)); } = 1;

    /// <summary>Codes of the values that the request did not give and that got a default.</summary>
    public ImmutableArray<string> Defaults { get; init; } = [];

    /// <summary>Number of people of all travelers.</summary>
    public int People => Travelers.Sum(traveler => traveler.Count);
}

/// <summary>How long the party lives in Japan.</summary>
public enum Residency
{
    Visitor,
    LongStay,
    Resident,
}

/// <summary>Parts of Japan that differ in coverage.</summary>
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
