using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;

namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>
/// The frontier as answers, cheapest first, with the advice among them. The advice is beside the line where
/// inconvenience or limits led to another basket.
/// </summary>
public static class PriceOfCertainty
{
    /// <summary>Name of an answer of the frontier that is not the answer of a strategy.</summary>
    public const string Name = "frontier";

    /// <summary>
    /// The points of the frontier; empty where no strategy can serve the party. Of baskets with equal price and
    /// shortfall, the advised one is shown.
    /// </summary>
    /// <exception cref="OperationCanceledException">The cancellation token of the party was canceled.</exception>
    public static ImmutableArray<CertaintyPoint> Of(Recommendation advice)
    {
        if (advice.Best is not { Basket: { } basket } best)
        {
            return [];
        }

        var answers = new BasketAnswers(advice.Party);
        var line = Frontier.Solve(advice.Party).Select(pods => Named(answers.Of(Name, pods), advice)).ToList();
        var place = line.FindIndex(point => IsAt(point.Basket!, basket));
        var points = line
            .Select((point, index) => index == place ? new CertaintyPoint(best, true, null) : new CertaintyPoint(point, false, null))
            .ToList();
        if (place < 0)
        {
            var after = line.FindLastIndex(point => point.Basket!.Price <= basket.Price + Score.Cent);
            points.Insert(after + 1, new CertaintyPoint(best, true, BesideTheLine.Because(basket, line[Math.Max(after, 0)].Basket!)));
        }

        return [.. points];
    }

    private static bool IsAt(Basket one, Basket other) =>
        Math.Abs(one.Price - other.Price) < Score.Cent && Math.Abs(one.ShortfallGb - other.ShortfallGb) < Frontier.GrainGb;

    /// <summary>
    /// Replaces an answer by that of a strategy with the same basket. The recommended strategy comes first.
    /// </summary>
    private static Answer Named(Answer found, Recommendation advice) =>
        advice.ByBasket(found.Basket!.Id) ?? found;
}

/// <summary>A basket of the frontier, or the advice beside it.</summary>
/// <param name="Answer">The answer. Its name is that of a strategy, or <see cref="PriceOfCertainty.Name"/>.</param>
/// <param name="IsAdvised">True for the recommended answer.</param>
/// <param name="Beside">Why it is not on the line; null on the line.</param>
public sealed record CertaintyPoint(Answer Answer, bool IsAdvised, BesideTheLine? Beside)
{
    /// <summary>True where it is on the line.</summary>
    public bool IsOnFrontier => Beside is null;

    /// <summary>The basket of the answer.</summary>
    public Basket Basket => Answer.Basket!;
}

/// <summary>
/// Why the advice is not the basket next to it on the line. That basket costs no more and has no more shortfall.
/// </summary>
/// <param name="Code">
/// The cost row in which the basket on the line is most expensive compared with the advice, or <c>over-limit</c> where
/// it meets fewer limits.
/// </param>
/// <param name="Notice">The reason as a notice.</param>
public sealed record BesideTheLine(string Code, Notice Notice)
{
    /// <summary>The reason for two baskets.</summary>
    public static BesideTheLine Because(Basket advised, Basket onTheLine)
    {
        if (onTheLine.Unmet > advised.Unmet)
        {
            return new BesideTheLine("over-limit", Notice.Of("beside-the-line-for-the-limit", ("people", onTheLine.Unmet - advised.Unmet)));
        }

        var (code, yen) = CostParts.All.Where(part => part.Group != CostGroup.Price)
            .Select(part => (part.Code, Yen: Sum(onTheLine, part) - Sum(advised, part)))
            .MaxBy(row => row.Yen);
        return new BesideTheLine(
            code, Notice.Of("beside-the-line", ("cost", new NamedCode("cost", code)), ("amount", new YenAmount((decimal)yen))));
    }

    private static double Sum(Basket basket, CostPart part) =>
        basket.InCanonicalOrder.Sum(placed => part.Of(placed.Pod.Cost) * placed.Times);
}
