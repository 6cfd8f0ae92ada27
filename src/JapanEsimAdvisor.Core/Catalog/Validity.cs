using System.Text.Json.Serialization;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Catalog;

public enum ValidityStart
{
    Unknown,
    Purchase,
    Install,
    FirstConnection,
    ChosenDate,
}

public enum ValidityClock
{
    Unknown,
    CalendarDay,
    [JsonStringEnumMemberName("rolling-24h")]
    Rolling24Hours,
}

/// <summary>When a plan's days start and how they are counted.</summary>
/// <param name="UtcOffset">Zone of the calendar day, hours from UTC; null: Japan's.</param>
/// <param name="StartBy">Days after purchase by which it starts by itself or lapses.</param>
public sealed record Validity(
    ValidityStart Starts = ValidityStart.Unknown,
    ValidityClock Clock = ValidityClock.Unknown,
    double? UtcOffset = null,
    int? StartBy = null)
{
    private const double ChinaUtcOffset = 8;

    /// <summary>
    /// Days that must be bought for a stay. Clock unknown: the largest of the Japanese calendar, the UTC+8 calendar and rolling periods
    /// (decision model, section 2).
    /// </summary>
    public int DaysToBuy(Stay stay) => Clock switch
    {
        ValidityClock.CalendarDay => stay.CalendarDaysIn(UtcOffset ?? JapanTime.UtcOffsetHours),
        ValidityClock.Rolling24Hours => stay.RollingDays,
        _ => Math.Max(stay.RollingDays, Math.Max(stay.CalendarDays, stay.CalendarDaysIn(ChinaUtcOffset))),
    };
}
