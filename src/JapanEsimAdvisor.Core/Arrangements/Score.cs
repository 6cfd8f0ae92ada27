namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>
/// The score of an arrangement. Scores of parts add up, and the lower score is better. The order is by the coordinate
/// of the strategy, then by the people whose limits are not met, then by the expected total.
/// </summary>
/// <param name="First">The coordinate of the strategy, at least 0; 0 where it has none.</param>
/// <param name="Unmet">People whose limit is not met, at least 0.</param>
/// <param name="Total">Expected total, unrounded yen.</param>
public readonly record struct Score(int First, int Unmet, double Total) : IComparable<Score>
{
    /// <summary>Yen. A smaller difference is only a rounding error of the sum.</summary>
    public const double Cent = 0.005;

    /// <summary>
    /// Worse than the score of every arrangement without a <see cref="First"/>. As a limit it allows any arrangement.
    /// </summary>
    public static readonly Score Worst = new(0, int.MaxValue, double.PositiveInfinity);

    public static Score operator +(Score one, Score other) =>
        new(one.First + other.First, one.Unmet + other.Unmet, one.Total + other.Total);

    public static bool operator <(Score one, Score other) => one.CompareTo(other) < 0;

    public static bool operator >(Score one, Score other) => one.CompareTo(other) > 0;

    public static bool operator <=(Score one, Score other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Score one, Score other) => one.CompareTo(other) >= 0;

    public int CompareTo(Score other)
    {
        var order = First.CompareTo(other.First);
        order = order != 0 ? order : Unmet.CompareTo(other.Unmet);
        return order != 0 ? order : Total.CompareTo(other.Total);
    }

    /// <summary>
    /// True where the same number of limits is not met and the totals differ by less than <see cref="Cent"/>.
    /// </summary>
    public bool IsAsGoodAs(Score other) => Unmet == other.Unmet && Math.Abs(Total - other.Total) < Cent;

    /// <summary>
    /// True where fewer limits are not met, or the same number at a total that is lower by at least <see cref="Cent"/>.
    /// </summary>
    public bool IsBetterThan(Score other) => Unmet < other.Unmet || (Unmet == other.Unmet && Total <= other.Total - Cent);
}
