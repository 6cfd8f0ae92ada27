using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Trips;

/// <summary>
/// The days in Japan. The first and the last day count: "2 to 11 April" means ten days. Times are Japanese clock times
/// of landing and of leaving. Where one time is not known, the day counts from or to midnight.
/// </summary>
public sealed record Stay
{
    /// <summary>First day in Japan.</summary>
    public required DateOnly Arrival { get; init; }

    /// <summary>Last day in Japan, not before <see cref="Arrival"/>.</summary>
    public required DateOnly Departure { get; init; }

    /// <summary>Time of landing; null where not known.</summary>
    public TimeOnly? ArrivalTime { get; init; }

    /// <summary>Time of leaving; null where not known.</summary>
    public TimeOnly? DepartureTime { get; init; }

    /// <summary>First day of the whole stay, where it began before today and this is what is left; else null.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>
    /// What is left of the stay: from today on, where it has begun. A stay that lies ahead or is over stays as it is.
    /// </summary>
    /// <param name="today">Today in Japan.</param>
    public Stay From(DateOnly today) => Arrival < today && today <= Departure
        ? this with { Arrival = today, ArrivalTime = null, Began = Arrival }
        : this;

    /// <summary>True where one of the two times is known.</summary>
    public bool HasTimes => ArrivalTime is not null || DepartureTime is not null;

    /// <summary>Calendar days in Japan, both ends included.</summary>
    public int CalendarDays => CalendarDaysIn(JapanTime.UtcOffsetHours);

    /// <summary>First use, Japanese clock.</summary>
    public DateTime FirstUse => Arrival.ToDateTime(ArrivalTime ?? TimeOnly.MinValue);

    /// <summary>Last use, Japanese clock. Where no time is known, the last minute of the day.</summary>
    public DateTime LastUse => Departure.ToDateTime(DepartureTime ?? new TimeOnly(23, 59));

    /// <summary>
    /// Rolling periods of 24 hours from first to last use, at least 1. Where no time is known, the calendar days.
    /// </summary>
    public int RollingDays => HasTimes ? Math.Max(1, (int)Math.Ceiling((LastUse - FirstUse).TotalHours / 24)) : CalendarDays;

    /// <summary>Number of days for which the model counts the demand of the travelers.</summary>
    public int DemandDays => RollingDays;

    /// <summary>
    /// Number of calendar days of a fixed zone that the stay touches. Without times, the calendar days in Japan
    /// (decision model, section 2).
    /// </summary>
    /// <param name="utcOffsetHours">Hours of the zone ahead of UTC.</param>
    public int CalendarDaysIn(double utcOffsetHours) => HasTimes
        ? JapanTime.DateIn(LastUse, utcOffsetHours).DayNumber - JapanTime.DateIn(FirstUse, utcOffsetHours).DayNumber + 1
        : Departure.DayNumber - Arrival.DayNumber + 1;

    /// <summary>Number of calendar months that the stay touches.</summary>
    public int CalendarMonths => ((Departure.Year - Arrival.Year) * 12) + Departure.Month - Arrival.Month + 1;
}
