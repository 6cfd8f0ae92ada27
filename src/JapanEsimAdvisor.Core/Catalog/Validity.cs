using System.Text.Json.Serialization;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>When the days of a plan start.</summary>
public enum ValidityStart
{
    Unknown,
    Purchase,
    Install,
    FirstConnection,
    ChosenDate,
}

/// <summary>How the days of a plan are counted.</summary>
public enum ValidityClock
{
    Unknown,
    CalendarDay,
    [JsonStringEnumMemberName("rolling-24h")]
    Rolling24Hours,
}

/// <summary>When the days of a plan start, and how they are counted.</summary>
/// <param name="Starts">When the days start.</param>
/// <param name="Clock">How the days are counted.</param>
/// <param name="UtcOffset">Zone of the calendar day, hours ahead of UTC; null for Japan.</param>
/// <param name="StartBy">
/// Days after the purchase when the plan starts by itself or expires; null where not known.
/// </param>
public sealed record Validity(
    ValidityStart Starts = ValidityStart.Unknown,
    ValidityClock Clock = ValidityClock.Unknown,
    double? UtcOffset = null,
    int? StartBy = null)
{
    private const double ChinaUtcOffset = 8;

    /// <summary>
    /// Number of days to buy for a stay. Where the clock is not known: the largest of the Japanese calendar, the UTC+8
    /// calendar and rolling periods (decision model, section 2).
    /// </summary>
    public int DaysToBuy(Stay stay) => Clock switch
    {
        ValidityClock.CalendarDay => stay.CalendarDaysIn(UtcOffset ?? JapanTime.UtcOffsetHours),
        ValidityClock.Rolling24Hours => stay.RollingDays,
        _ => Math.Max(stay.RollingDays, Math.Max(stay.CalendarDays, stay.CalendarDaysIn(ChinaUtcOffset))),
    };
}
