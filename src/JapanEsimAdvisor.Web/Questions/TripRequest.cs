using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A trip, as the address of a page or the JSON of a partner states it.</summary>
/// <remarks>Its rules are in <see cref="TripRules"/>.</remarks>
public sealed record TripRequest
{
    /// <summary>When, where, from where. Required: dates, or a number of days alone.</summary>
    public TripPart? Trip { get; init; }

    /// <summary>Who travels, 1 to 60 people. Either this or <c>people</c>.</summary>
    public IReadOnlyList<TravelerPart>? Travelers { get; init; }

    /// <summary>So many people of whom nothing else is known, 1 to 60.</summary>
    public int? People { get; init; }

    /// <summary>What holds for every traveler who says nothing else.</summary>
    public EveryonePart? Everyone { get; init; }

    public PreferencesPart? Preferences { get; init; }

    /// <summary>Parts of the answer beyond the usual: frontier, flip-points, why-not, percentiles, fair-split, backup.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Plan ids to say of why they are not the advice, at most 10.</summary>
    public IReadOnlyList<string>? WhyNot { get; init; }
}

public sealed record TripPart
{
    /// <summary>First day in Japan, YYYY-MM-DD.</summary>
    public DateOnly? Arrival { get; init; }

    /// <summary>Last day in Japan, YYYY-MM-DD; at most 365 days in all.</summary>
    public DateOnly? Departure { get; init; }

    /// <summary>Days in Japan, both ends counted, 1 to 365, in place of a date.</summary>
    public int? Days { get; init; }

    /// <summary>Landing, Japanese clock, HH:mm.</summary>
    public TimeOnly? ArrivalTime { get; init; }

    /// <summary>Leaving, Japanese clock, HH:mm.</summary>
    public TimeOnly? DepartureTime { get; init; }

    /// <summary>IATA code of the airport of arrival.</summary>
    public string? Airport { get; init; }

    public IReadOnlyList<Area>? Areas { get; init; }

    public Residency? Residency { get; init; }

    /// <summary>ISO 3166 code of the country the party comes from.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>ISO 3166 codes of countries visited on the same journey.</summary>
    public IReadOnlyList<string>? OtherCountries { get; init; }
}

public sealed record TravelerPart
{
    /// <summary>The value of <see cref="Phone"/> for a person without a phone.</summary>
    public const string NoPhone = "none";

    /// <summary>[a-z0-9-]{1,32}, unique; t1, t2, … where left out.</summary>
    public string? Id { get; init; }

    /// <summary>At most 40 characters, none of them a control character; blank counts as none. Never logged.</summary>
    public string? Name { get; init => field = FreeText.Of(value); }

    /// <summary>So many people alike, 1 to 60.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// Device id of the phone, or its name as people type it, at most 80 characters. A name that means no device that we
    /// know counts as an unknown phone. <c>none</c>: no phone.
    /// </summary>
    public string? Phone { get; init; }

    /// <summary>ISO 3166 code of the market the phone was made for.</summary>
    public string? PhoneMarket { get; init; }

    /// <summary>Whether the phone takes an eSIM. It comes before what we know of the model.</summary>
    public Tristate? Esim { get; init; }

    /// <summary>Physical SIM slots of the phone, 0 to 2. It comes before what we know of the model.</summary>
    public int? SimSlots { get; init; }

    /// <summary>True where the phone cannot be a hotspot, for example because the home operator has switched it off.</summary>
    public bool? HotspotBlocked { get; init; }

    public bool? CarrierLocked { get; init; }

    /// <summary>
    /// Device ids or names of what else connects, at most 10. A name that we do not know counts as an unknown device.
    /// </summary>
    public IReadOnlyList<string>? Devices { get; init; }

    public UsagePart? Usage { get; init; }

    /// <summary>Short for hours a day: never 0, sometimes 1, often 4.</summary>
    public Apartness? Apart { get; init; }

    /// <summary>0 to 24.</summary>
    public double? HoursApartPerDay { get; init; }

    /// <summary>People who name the same group stay together; at most 20 characters, no control character; blank counts as none.</summary>
    public string? Group { get; init => field = FreeText.Of(value); }

    public bool? NeverAlone { get; init; }

    public bool? ReachableWhenApart { get; init; }

    public bool? KeepsHomeLine { get; init; }

    public bool? NeedsJapaneseNumber { get; init; }

    /// <summary>Operator id.</summary>
    public string? HomeOperator { get; init; }

    /// <summary>Tariff id of that operator.</summary>
    public string? HomePlan { get; init; }

    /// <summary>Ids of conditions that hold: cards, memberships, new customer of a seller.</summary>
    public IReadOnlyList<string>? Benefits { get; init; }
}

public sealed record EveryonePart
{
    public UsagePart? Usage { get; init; }

    public Apartness? Apart { get; init; }

    /// <summary>0 to 24. Either this or <c>apart</c>.</summary>
    public double? HoursApartPerDay { get; init; }

    /// <summary>Operator id.</summary>
    public string? HomeOperator { get; init; }
}

/// <summary>One of: a profile, activities, a measured figure, a figure from home.</summary>
public sealed record UsagePart
{
    /// <summary>light, typical, heavy, work.</summary>
    public string? Profile { get; init; }

    /// <summary>Hours a day by activity id.</summary>
    public IReadOnlyDictionary<string, double>? Activities { get; init; }

    /// <summary>Mobile data a day while traveling, GB, 0 to 100.</summary>
    public double? GbPerDay { get; init; }

    /// <summary>Mobile data a month at home, GB, 0 to 1,000: a hint.</summary>
    public double? GbPerMonthAtHome { get; init; }
}

public enum Apartness
{
    Never,
    Sometimes,
    Often,
}

public sealed record PreferencesPart
{
    /// <summary>ISO 4217 code; yen where left out.</summary>
    public string? Currency { get; init; }

    public Priority? Priority { get; init; }

    /// <summary>0.01 to 0.9.</summary>
    public double? MaxChanceOfRunningOut { get; init; }

    /// <summary>none or hotel.</summary>
    public string? FreeWifi { get; init; }

    /// <summary>Id of a basket of this trip: of a strategy, of the frontier, or of the best one with a plan of <c>whyNot</c>.</summary>
    public string? Basket { get; init; }
}
