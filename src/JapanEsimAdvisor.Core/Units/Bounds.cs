namespace JapanEsimAdvisor.Core.Units;

/// <summary>Checks values when they are created. The web refuses such values before, with a friendly error.</summary>
internal static class Bounds
{
    /// <param name="value">Any number; not-a-number is outside of every range.</param>
    /// <param name="least">Smallest value allowed.</param>
    /// <param name="most">Largest value allowed.</param>
    /// <param name="field">Name of the field, for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside of the range.</exception>
    public static double Between(double value, double least, double most, string field) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(field, value, FormattableString.Invariant($"{field} must be {least} to {most}."));

    /// <inheritdoc cref="Between(double, double, double, string)"/>
    public static int Between(int value, int least, int most, string field) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(field, value, FormattableString.Invariant($"{field} must be {least} to {most}."));

    /// <param name="value">Any amount.</param>
    /// <param name="field">Name of the field, for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static decimal NotNegative(decimal value, string field) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(field, value, FormattableString.Invariant($"{field} must not be negative."));

    /// <param name="value">What has the two days.</param>
    /// <param name="first">The day that must come first, or the same day.</param>
    /// <param name="last">The day that must not come before.</param>
    /// <param name="field">Name of the field of the last day, for the exception.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public static T InOrder<T>(T value, DateOnly first, DateOnly last, string field) => last >= first
        ? value
        : throw new ArgumentOutOfRangeException(field, last, FormattableString.Invariant($"{field} must not be before {first:O}."));
}
