namespace JapanEsimAdvisor.Core.Arrangements;

/// <summary>
/// What an arrangement is judged by. Scores of parts add up, and the lower score is the better one: first the coordinate that a strategy puts in front,
/// then the people whose limits are not met, then the expected total.
/// </summary>
/// <param name="First">The strategy's own coordinate, at least 0; 0 where it has none.</param>
/// <param name="Unmet">People whose limit is not met, at least 0.</param>
/// <param name="Total">Expected total, unrounded yen.</param>
public readonly record struct Score(int First, int Unmet, double Total) : IComparable<Score>
{
    /// <summary>Smallest difference in yen that is a difference and not a rounding of the sum.</summary>
    public const double Cent = 0.005;

    /// <summary>Worse than every score, so that any arrangement is good enough.</summary>
    public static readonly Score Worst = new(0, int.MaxValue, double.PositiveInfinity);

    public static Score operator +(Score one, Score other) => new(one.First + other.First, one.Unmet + other.Unmet, one.Total + other.Total);

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

    /// <summary>As many limits not met, and the same total but for rounding.</summary>
    public bool IsAsGoodAs(Score other) => Unmet == other.Unmet && Math.Abs(Total - other.Total) < Cent;

    /// <summary>Fewer limits not met, or as many and cheaper by more than rounding.</summary>
    public bool IsBetterThan(Score other) => Unmet < other.Unmet || (Unmet == other.Unmet && Total <= other.Total - Cent);
}
