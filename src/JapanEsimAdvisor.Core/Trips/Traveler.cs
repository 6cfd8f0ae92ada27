using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Trips;

/// <summary>One person, or several people who are alike.</summary>
public sealed record Traveler
{
    /// <summary>Unique in the trip. Answers refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>Number of people who are alike, at least 1.</summary>
    public int Count { get; init => field = Bounds.Between(value, 1, int.MaxValue, nameof(Count)); } = 1;

    /// <summary>Device id of the phone in the catalog; null where not given.</summary>
    public string? Phone { get; init; }

    /// <summary>
    /// The phone as the traveler names it, where the catalog does not contain it; else null. Whether it takes an eSIM is
    /// then not known, unless the traveler states it.
    /// </summary>
    public string? UnknownPhone { get; init; }

    /// <summary>False for a person without a phone, such as a small child. They need no line.</summary>
    public bool HasPhone { get; init; } = true;

    /// <summary>
    /// Number of physical SIM slots as the traveler states it, 0 to 2. It takes precedence over the catalog. Null where
    /// not given.
    /// </summary>
    public int? SimSlots { get; init => field = value is { } slots ? Bounds.Between(slots, 0, 2, nameof(SimSlots)) : null; }

    /// <summary>True where the phone cannot be a hotspot, for example because the home operator has switched it off.</summary>
    public bool HotspotBlocked { get; init; }

    /// <summary>ISO 3166 code of the country the phone was made for; null where not given.</summary>
    public string? PhoneMarket { get; init; }

    /// <summary>
    /// What the traveler states about the eSIM of the phone. It takes precedence over the catalog. Null where not
    /// given.
    /// </summary>
    public Tristate? Esim { get; init; }

    /// <summary>True where the phone accepts only lines of its operator. Null: not given, taken as unlocked.</summary>
    public bool? CarrierLocked { get; init; }

    /// <summary>Device ids of further devices that connect.</summary>
    public ImmutableArray<string> Devices { get; init; } = [];

    /// <summary>
    /// Further devices as the traveler names them, where the catalog does not contain them. Each connects through a
    /// hotspot, and its use is not known.
    /// </summary>
    public ImmutableArray<string> UnknownDevices { get; init; } = [];

    /// <summary>How much data the traveler uses.</summary>
    public required Use Use { get; init; }

    /// <summary>Hours a day away from the others, 0 to 24.</summary>
    public double HoursApartPerDay { get; init => field = Bounds.Between(value, 0, 24, nameof(HoursApartPerDay)); }

    /// <summary>Name of the group. People with the same name stay together. Null: no group.</summary>
    public string? Group { get; init; }

    /// <summary>True for a child who is always with somebody of the party.</summary>
    public bool NeverAlone { get; init; }

    /// <summary>True where the person must be online also when away from the others.</summary>
    public bool ReachableWhenApart { get; init; }

    /// <summary>True where the home number must stay reachable, for example for bank codes by SMS.</summary>
    public bool KeepsHomeLine { get; init; } = true;

    /// <summary>True where the person needs a Japanese phone number.</summary>
    public bool NeedsJapaneseNumber { get; init; }

    /// <summary>Seller id of the home operator; null where not given.</summary>
    public string? HomeOperator { get; init; }

    /// <summary>Tariff id at that operator; null where not given.</summary>
    public string? HomePlan { get; init; }

    /// <summary>Ids of the conditions that the traveler meets: cards, memberships, new customer of a seller.</summary>
    public ImmutableArray<string> Benefits { get; init; } = [];
}

/// <summary>Yes, no or not known.</summary>
public enum Tristate
{
    Unknown,
    Yes,
    No,
}

/// <summary>How a traveler states their use: a profile, activities, or a figure.</summary>
public abstract record Use
{
    private Use()
    {
    }

    /// <summary>A usage profile of the catalog.</summary>
    /// <param name="Id">Profile id: light, typical, heavy, work.</param>
    public sealed record Profile(string Id) : Use;

    /// <summary>What the traveler does.</summary>
    /// <param name="HoursPerDay">Hours a day, 0 to 24, by activity id of the catalog.</param>
    public sealed record Activities(ImmutableSortedDictionary<string, double> HoursPerDay) : Use
    {
        /// <summary>Hours a day, 0 to 24, by activity id of the catalog.</summary>
        public ImmutableSortedDictionary<string, double> HoursPerDay { get; init; } = Checked(HoursPerDay);

        private static ImmutableSortedDictionary<string, double> Checked(ImmutableSortedDictionary<string, double> hours)
        {
            foreach (var value in hours.Values)
            {
                Bounds.Between(value, 0, 24, nameof(HoursPerDay));
            }

            return hours;
        }
    }

    /// <summary>Use that the traveler measured while traveling.</summary>
    /// <param name="GbPerDay">Mobile data, GB a day.</param>
    public sealed record Measured(double GbPerDay) : Use
    {
        /// <summary>Mobile data, GB a day, not negative.</summary>
        public double GbPerDay { get; init; } = Bounds.Between(GbPerDay, 0, double.MaxValue, nameof(GbPerDay));
    }

    /// <summary>Use at home, from the bill. It is only a hint, so it has the wide spread of a profile.</summary>
    /// <param name="GbPerMonth">Mobile data, GB a month.</param>
    public sealed record AtHome(double GbPerMonth) : Use
    {
        /// <summary>Mobile data, GB a month, not negative.</summary>
        public double GbPerMonth { get; init; } = Bounds.Between(GbPerMonth, 0, double.MaxValue, nameof(GbPerMonth));
    }
}
