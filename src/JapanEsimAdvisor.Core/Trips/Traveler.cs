using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Trips;

/// <summary>One person, or several alike.</summary>
public sealed record Traveler
{
    /// <summary>Unique in the trip; answers refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>So many people alike, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Device id of the phone in the catalog; null where not said.</summary>
    public string? Phone { get; init; }

    /// <summary>ISO country the phone was made for.</summary>
    public string? PhoneMarket { get; init; }

    /// <summary>What the traveler says of the phone's eSIM; overrules the catalog.</summary>
    public Tristate? Esim { get; init; }

    /// <summary>True where the phone only takes its operator's lines; null: not said, taken as unlocked.</summary>
    public bool? CarrierLocked { get; init; }

    /// <summary>Device ids of what else connects.</summary>
    public ImmutableArray<string> Devices { get; init; } = [];

    public required Use Use { get; init; }

    /// <summary>Hours a day away from the others, 0 to 24.</summary>
    public double HoursApartPerDay { get; init; }

    /// <summary>People who name the same group walk together.</summary>
    public string? Group { get; init; }

    /// <summary>A child who is always with somebody of the party.</summary>
    public bool NeverAlone { get; init; }

    public bool ReachableWhenApart { get; init; }

    /// <summary>The home number must stay reachable (bank codes by SMS).</summary>
    public bool KeepsHomeLine { get; init; } = true;

    public bool NeedsJapaneseNumber { get; init; }

    /// <summary>Seller id of the home operator.</summary>
    public string? HomeOperator { get; init; }

    /// <summary>Tariff id at that operator.</summary>
    public string? HomePlan { get; init; }

    /// <summary>Conditions the traveler says hold: cards, memberships, new customer of a seller.</summary>
    public ImmutableArray<string> Benefits { get; init; } = [];
}

public enum Tristate
{
    Unknown,
    Yes,
    No,
}

/// <summary>What somebody says of their use: a profile, activities, or a figure.</summary>
public abstract record Use
{
    private Use()
    {
    }

    /// <param name="Id">Profile id of the catalog: light, typical, heavy, work.</param>
    public sealed record Profile(string Id) : Use;

    /// <param name="HoursPerDay">Hours a day by activity id.</param>
    public sealed record Activities(ImmutableSortedDictionary<string, double> HoursPerDay) : Use;

    /// <param name="GbPerDay">Mobile data a day while traveling, as measured.</param>
    public sealed record Measured(double GbPerDay) : Use;

    /// <param name="GbPerMonth">The bill at home: a hint, with the wide spread of a profile.</param>
    public sealed record AtHome(double GbPerMonth) : Use;
}
