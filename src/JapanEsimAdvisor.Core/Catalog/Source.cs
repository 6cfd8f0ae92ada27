using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>Where a fact stands and when it was last seen there.</summary>
/// <param name="Url">Null: a public file whose address is not known.</param>
/// <param name="CollectedFrom">Public page or repository through which it was read.</param>
/// <param name="Checked"><c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; null where the source has no date.</param>
/// <param name="Basis">official, collected, secondary, user-report.</param>
/// <param name="Confidence">One of <see cref="Confidences"/>.</param>
public sealed record Source(string? Url, string? CollectedFrom, string? Checked, string Basis, string Confidence)
{
    public static readonly ImmutableArray<string> Confidences = ["high", "medium", "low"];

    /// <summary>Whether what it says may be shown only with a warning.</summary>
    public bool IsWeak => Confidence == "low";

    /// <summary>The latest day the date can mean: the last of its month or year where no day is given.</summary>
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
