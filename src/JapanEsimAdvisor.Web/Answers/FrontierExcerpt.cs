using JapanEsimAdvisor.Core.Questions.Certainty;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>
/// The few points of a long frontier that a page shows: the ends, our advice, the one shown, and those that lie furthest from all of
/// these in price or in full-speed share.
/// </summary>
public static class FrontierExcerpt
{
    public const int Most = 8;

    /// <returns>At most <see cref="Most"/>, from cheap to dear.</returns>
    public static IReadOnlyList<CertaintyPoint> Of(IReadOnlyList<CertaintyPoint> points, string? shownId)
    {
        if (points.Count <= Most)
        {
            return points;
        }

        var kept = new SortedSet<int>(Enumerable.Range(0, points.Count).Where(index =>
            index == 0 || index == points.Count - 1 || points[index].IsAdvised || points[index].Basket.Id == shownId));
        while (kept.Count < Most)
        {
            kept.Add(Enumerable.Range(0, points.Count).Except(kept).MaxBy(index => kept.Min(other => Distance(points, index, other))));
        }

        return [.. kept.Select(index => points[index])];
    }

    /// <summary>In price or in share, as parts of the whole line's, whichever is more.</summary>
    private static double Distance(IReadOnlyList<CertaintyPoint> points, int one, int other) => Math.Max(
        Part(points, one, other, point => point.Basket.Price),
        Part(points, one, other, point => point.Answer.Risk!.FullSpeedShare));

    private static double Part(IReadOnlyList<CertaintyPoint> points, int one, int other, Func<CertaintyPoint, double> of) =>
        Math.Abs(of(points[one]) - of(points[other])) / Math.Max(double.Epsilon, Math.Abs(of(points[^1]) - of(points[0])));
}
