namespace JapanEsimAdvisor.Core.Units;

/// <summary>Japan keeps UTC+9 all year, without summer time.</summary>
public static class JapanTime
{
    public const double UtcOffsetHours = 9;

    /// <summary>The calendar date a Japanese clock time has in another fixed zone.</summary>
    public static DateOnly DateIn(DateTime japan, double utcOffsetHours) =>
        DateOnly.FromDateTime(japan.AddHours(utcOffsetHours - UtcOffsetHours));
}
