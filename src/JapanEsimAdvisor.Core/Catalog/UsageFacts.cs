using System.Collections.Frozen;
using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>Figures of data use (decision model, section 1).</summary>
public sealed record UsageFacts
{
    /// <summary>Usage profiles that a traveler can choose.</summary>
    public required ImmutableArray<UsageProfile> Profiles { get; init; }

    /// <summary>Activities that a traveler can choose.</summary>
    public required ImmutableArray<Activity> Activities { get; init; }

    /// <summary>Use that a further device adds where no activities are given, GB a day.</summary>
    public required FrozenDictionary<DeviceClass, double> GbPerDayByDevice { get; init; }

    /// <summary>How much use differs between persons, days and trips.</summary>
    public required UsageSpread Spread { get; init; }

    /// <summary>Share of the activities on free Wi-Fi, 0 to 1, by the name that travelers choose.</summary>
    public required FrozenDictionary<string, double> FreeWifiShares { get; init; }
}

/// <summary>A typical use.</summary>
/// <param name="Id">light, typical, heavy, work.</param>
/// <param name="GbPerDay">Mobile data, GB a day.</param>
/// <param name="Reason">Why this figure, in English.</param>
/// <param name="Device">Device that the profile brings along; null for none.</param>
/// <param name="DeviceGbPerDay">Part of the mobile data that this device uses, GB a day; 0 without a device.</param>
public sealed record UsageProfile(string Id, double GbPerDay, string Reason, DeviceClass? Device = null, double DeviceGbPerDay = 0);

/// <summary>What an activity uses.</summary>
/// <param name="Id">Unique in the catalog.</param>
/// <param name="GbPerHour">Data, GB an hour.</param>
/// <param name="Low">Lower end of the sources, GB an hour; null where not known.</param>
/// <param name="High">Upper end of the sources, GB an hour; null where not known.</param>
/// <param name="OnDevice">Device that does it where the traveler has one; null for the phone.</param>
/// <param name="Source">Where the figure was read.</param>
public sealed record Activity(string Id, double GbPerHour, double? Low, double? High, DeviceClass? OnDevice, Source Source);

/// <summary>Coefficients of variation of log-normal factors with mean 1, each at least 0.</summary>
/// <param name="PersonFromProfile">Between persons with the same profile.</param>
/// <param name="PersonFromActivities">Between persons with the same activities.</param>
/// <param name="PersonMeasured">Between persons who measured the same use.</param>
/// <param name="DayToDay">Between days of one person.</param>
/// <param name="WholeTrip">Between trips, the same factor for every person of the party.</param>
public sealed record UsageSpread(
    double PersonFromProfile, double PersonFromActivities, double PersonMeasured, double DayToDay, double WholeTrip);
