using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>Where a fact was read, and when it was last checked.</summary>
/// <param name="Url">Address of the page; null for a public file whose address is not known.</param>
/// <param name="CollectedFrom">Public page or repository that led to it; null where it was read directly.</param>
/// <param name="Checked"><c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null where the source has no date.</param>
/// <param name="Basis">One of official, collected, secondary, user-report.</param>
/// <param name="Confidence">One of <see cref="Confidences"/>.</param>
public sealed record Source(string? Url, string? CollectedFrom, string? Checked, string Basis, string Confidence)
{
    /// <summary>Every value of <see cref="Confidence"/>.</summary>
    public static readonly ImmutableArray<string> Confidences = ["high", "medium", "low"];

    /// <summary>True where its facts need a warning.</summary>
    public bool IsWeak => Confidence == "low";

    /// <summary>
    /// The latest day that a date can mean: the last of its month or year where no day is given. Null for null and for
    /// another length.
    /// </summary>
    /// <param name="date"><c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</param>
    /// <exception cref="FormatException">The text has a valid length but is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month or day.</exception>
    public static DateOnly? LatestDay(string? date) => date?.Length switch
    {
        4 => new DateOnly(Number(date, 0, 4), 12, 31),
        7 => new DateOnly(Number(date, 0, 4), Number(date, 5, 2), 1).AddMonths(1).AddDays(-1),
        10 => new DateOnly(Number(date, 0, 4), Number(date, 5, 2), Number(date, 8, 2)),
        _ => null,
    };

    private static int Number(string text, int start, int length) =>
        int.Parse(text.AsSpan(start, length), System.Globalization.CultureInfo.InvariantCulture);
}
