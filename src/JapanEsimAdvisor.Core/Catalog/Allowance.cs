using System.Text.Json.Serialization;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

public enum AllowanceKind
{
    Fixed,
    Daily,
    Unlimited,
    Monthly,
    PayAsYouGo,
}

public enum AllowancePer
{
    Plan,
    Day,
    [JsonStringEnumMemberName("3-days")]
    ThreeDays,
    Month,
}

public enum AfterAction
{
    Unknown,
    Stops,
    Slows,
    Charged,
}

/// <summary>Full-speed data of a plan and what comes after it.</summary>
public sealed record Allowance
{
    public required AllowanceKind Kind { get; init; }

    /// <summary>Gigabytes by the label sold (1 GB = 1,000 MB, also where the seller means 1,024); null where none is stated.</summary>
    public double? Gb { get; init; }

    public AllowancePer? Per { get; init; }

    public AfterAction After { get; init; }

    /// <summary>Speed past the allowance, kbit/s; null where not stated.</summary>
    public int? AfterKbps { get; init; }

    public Money? AfterPricePerGb { get; init; }

    /// <summary>Speed of the whole plan where it is held down from the first byte, kbit/s.</summary>
    public int? SpeedKbps { get; init; }

    public double? ResetUtcOffset { get; init; }

    /// <summary>Monthly: calendar months instead of 30 days from the start.</summary>
    public bool CalendarMonth { get; init; }

    /// <summary>An unlimited plan whose fair use nobody publishes.</summary>
    public bool FairUseUnknown => Kind == AllowanceKind.Unlimited && Gb is null && SpeedKbps is null;
}
