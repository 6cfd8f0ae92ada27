using System.Text.Json.Serialization;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>How the data of a plan is sold.</summary>
public enum AllowanceKind
{
    Fixed,
    Daily,
    Unlimited,
    Monthly,
    PayAsYouGo,
}

/// <summary>The period that the gigabytes are for.</summary>
public enum AllowancePer
{
    Plan,
    Day,
    [JsonStringEnumMemberName("3-days")]
    ThreeDays,
    Month,
}

/// <summary>What happens when the allowance is used up.</summary>
public enum AfterAction
{
    Unknown,
    Stops,
    Slows,
    Charged,
}

/// <summary>The full-speed data of a plan, and what happens after it.</summary>
public sealed record Allowance
{
    /// <summary>How the data is sold.</summary>
    public required AllowanceKind Kind { get; init; }

    /// <summary>
    /// GB as the seller names them (1 GB = 1,000 MB, also where the seller means 1,024 MB); null where not stated.
    /// </summary>
    public double? Gb { get; init; }

    /// <summary>Period of <see cref="Gb"/>; null where not stated.</summary>
    public AllowancePer? Per { get; init; }

    /// <summary>What happens when the allowance is used up.</summary>
    public AfterAction After { get; init; }

    /// <summary>Speed after the allowance, kbit/s; null where not stated.</summary>
    public int? AfterKbps { get; init; }

    /// <summary>Price of one GB after the allowance; null where not stated.</summary>
    public Money? AfterPricePerGb { get; init; }

    /// <summary>Speed limit of the whole plan from the first byte, kbit/s; null where there is none.</summary>
    public int? SpeedKbps { get; init; }

    /// <summary>Zone of the daily reset, hours ahead of UTC; null where not stated.</summary>
    public double? ResetUtcOffset { get; init; }

    /// <summary>For monthly allowances: true for calendar months, false for 30 days from the start.</summary>
    public bool CalendarMonth { get; init; }

    /// <summary>True for an unlimited plan without a published fair use limit.</summary>
    public bool FairUseUnknown => Kind == AllowanceKind.Unlimited && Gb is null && SpeedKbps is null;
}
