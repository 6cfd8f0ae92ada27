using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Trips;

/// <summary>
/// The days in Japan, first and last included: people say "2 to 11 April" and mean ten days. Times are Japanese clock times of landing and of
/// leaving; with one of them missing the day counts from or to midnight.
/// </summary>
public sealed record Stay
{
    public required DateOnly Arrival { get; init; }

    public required DateOnly Departure { get; init; }

    public TimeOnly? ArrivalTime { get; init; }

    public TimeOnly? DepartureTime { get; init; }

    public bool HasTimes => ArrivalTime is not null || DepartureTime is not null;

    /// <summary>Calendar days in Japan, both ends included.</summary>
    public int CalendarDays => CalendarDaysIn(JapanTime.UtcOffsetHours);

    /// <summary>First use, Japanese clock.</summary>
    public DateTime FirstUse => Arrival.ToDateTime(ArrivalTime ?? TimeOnly.MinValue);

    /// <summary>Last use, Japanese clock; the last minute of the day where no time is known.</summary>
    public DateTime LastUse => Departure.ToDateTime(DepartureTime ?? new TimeOnly(23, 59));

    /// <summary>Rolling periods of 24 hours from first to last use, at least one.</summary>
    public int RollingDays => HasTimes ? Math.Max(1, (int)Math.Ceiling((LastUse - FirstUse).TotalHours / 24)) : CalendarDays;

    /// <summary>Days of use the travelers' demand is reckoned for.</summary>
    public int DemandDays => RollingDays;

    /// <summary>Calendar days touched in a fixed zone; without times, calendar days in Japan (decision model, section 2).</summary>
    public int CalendarDaysIn(double utcOffsetHours) => HasTimes
        ? JapanTime.DateIn(LastUse, utcOffsetHours).DayNumber - JapanTime.DateIn(FirstUse, utcOffsetHours).DayNumber + 1
        : Departure.DayNumber - Arrival.DayNumber + 1;

    /// <summary>Calendar months touched.</summary>
    public int CalendarMonths => ((Departure.Year - Arrival.Year) * 12) + Departure.Month - Arrival.Month + 1;
}
