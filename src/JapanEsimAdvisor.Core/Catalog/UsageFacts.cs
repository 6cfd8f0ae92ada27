using System.Collections.Frozen;
using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>Assumptions and figures of use (decision model, section 1).</summary>
public sealed record UsageFacts
{
    public required ImmutableArray<UsageProfile> Profiles { get; init; }

    public required ImmutableArray<Activity> Activities { get; init; }

    /// <summary>GB a day a further device adds where no activities are given.</summary>
    public required FrozenDictionary<DeviceClass, double> GbPerDayByDevice { get; init; }

    public required UsageSpread Spread { get; init; }

    /// <summary>Share of activities on free Wi-Fi, by the name travelers choose.</summary>
    public required FrozenDictionary<string, double> FreeWifiShares { get; init; }
}

public sealed record UsageProfile(string Id, double GbPerDay, string Reason);

public sealed record Activity(string Id, double GbPerHour, double? Low, double? High, DeviceClass? OnDevice, Source Source);

/// <summary>Coefficients of variation, log-normal with mean 1.</summary>
/// <param name="PersonFromProfile">We do not know this person.</param>
/// <param name="PersonFromActivities">We know what they do.</param>
/// <param name="PersonMeasured">They measured it.</param>
/// <param name="DayToDay">Days differ.</param>
/// <param name="WholeTrip">The trip differs for everyone alike.</param>
public sealed record UsageSpread(double PersonFromProfile, double PersonFromActivities, double PersonMeasured, double DayToDay, double WholeTrip);
