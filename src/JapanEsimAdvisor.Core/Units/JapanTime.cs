namespace JapanEsimAdvisor.Core.Units;

/// <summary>Japan uses UTC+9 all year, without summer time.</summary>
public static class JapanTime
{
    /// <summary>Hours ahead of UTC.</summary>
    public const double UtcOffsetHours = 9;

    /// <summary>The calendar date in another fixed zone at a clock time of Japan.</summary>
    /// <param name="japan">Date and clock time in Japan.</param>
    /// <param name="utcOffsetHours">Hours of the other zone ahead of UTC.</param>
    public static DateOnly DateIn(DateTime japan, double utcOffsetHours) =>
        DateOnly.FromDateTime(japan.AddHours(utcOffsetHours - UtcOffsetHours));
}
