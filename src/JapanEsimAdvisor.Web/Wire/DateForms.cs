using System.Globalization;

namespace JapanEsimAdvisor.Web.Wire;

/// <summary>
/// Reads dates and clock times in every form that has one meaning. A date such as 10/04/2027 has two, so it is not read.
/// </summary>
public static class DateForms
{
    private static readonly string[] Dates =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy'年'M'月'd'日'", "yyyy'년'M'월'd'일'",
        "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "MMM d, yyyy", "MMMM d, yyyy",
    ];

    /// <summary>A date with a clock time of no zone: the date is meant.</summary>
    private static readonly string[] DatesWithTime =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] Times =
        ["H:mm", "H:mm:ss", "H.mm", "HHmm", "h:mm tt", "h:mmtt", "h tt", "htt", "H'時'm'分'", "H'时'm'分'", "H'시'm'분'"];

    /// <summary>The date that a text means; null where it means none, or more than one.</summary>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : DateTime.TryParseExact(text?.Trim(), DatesWithTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? DateOnly.FromDateTime(moment)
        : null;

    /// <summary>The clock time that a text means, to the minute; null where it means none.</summary>
    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new TimeOnly(time.Hour, time.Minute)
            : null;
}
