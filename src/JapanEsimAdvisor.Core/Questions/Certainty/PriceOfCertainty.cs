using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Arrangements;

namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>The frontier as whole answers, from cheap to dear, with the advice marked on it, or beside it where the bother moved it off the line.</summary>
public static class PriceOfCertainty
{
    /// <summary>What an answer of the frontier is called where it is none of the four strategies'.</summary>
    public const string Name = "frontier";

    /// <summary>Empty where nobody can be served. Of baskets at one price and one shortfall the advised one is shown.</summary>
    public static ImmutableArray<CertaintyPoint> Of(Recommendation advice)
    {
        if (advice.Best is not { Basket: { } basket } best)
        {
            return [];
        }

        var answers = new BasketAnswers(advice.Party);
        var line = Frontier.Solve(advice.Party).Select(pods => Named(answers.Of(Name, pods), advice)).ToList();
        var place = line.FindIndex(point => IsAt(point.Basket!, basket));
        var points = line.Select((point, index) => index == place ? new CertaintyPoint(best, true, null) : new CertaintyPoint(point, false, null)).ToList();
        if (place < 0)
        {
            var after = line.FindLastIndex(point => point.Basket!.Price <= basket.Price + Score.Cent);
            points.Insert(after + 1, new CertaintyPoint(best, true, BesideTheLine.Because(basket, line[Math.Max(after, 0)].Basket!)));
        }

        return [.. points];
    }

    private static bool IsAt(Basket one, Basket other) =>
        Math.Abs(one.Price - other.Price) < Score.Cent && Math.Abs(one.ShortfallGb - other.ShortfallGb) < Frontier.GrainGb;

    /// <summary>A basket that is also a strategy's is that strategy's answer; the recommended name comes first.</summary>
    private static Answer Named(Answer found, Recommendation advice) =>
        advice.ByBasket(found.Basket!.Id) ?? found;
}

/// <summary>A basket of the frontier, or the advice beside it.</summary>
/// <param name="Answer">Its strategy is one of the four where it is that strategy's basket.</param>
/// <param name="Beside">Why it lies off the line; null on the line.</param>
public sealed record CertaintyPoint(Answer Answer, bool IsAdvised, BesideTheLine? Beside)
{
    public bool IsOnFrontier => Beside is null;

    public Basket Basket => Answer.Basket!;
}

/// <summary>Why the advice is not the basket next to it on the line, which is no dearer and runs no shorter.</summary>
/// <param name="Code">Cost row in which the one on the line costs most more, or <c>over-limit</c> where it meets fewer wishes.</param>
public sealed record BesideTheLine(string Code, Notice Notice)
{
    public static BesideTheLine Because(Basket advised, Basket onTheLine)
    {
        if (onTheLine.Unmet > advised.Unmet)
        {
            return new BesideTheLine("over-limit", Notice.Of("beside-the-line-for-the-limit", ("people", onTheLine.Unmet - advised.Unmet)));
        }

        var (code, yen) = CostParts.All.Where(part => part.Group != CostGroup.Price)
            .Select(part => (part.Code, Yen: Sum(onTheLine, part) - Sum(advised, part)))
            .MaxBy(row => row.Yen);
        return new BesideTheLine(code, Notice.Of("beside-the-line", ("cost", new NamedCode("cost", code)), ("amount", new YenAmount((decimal)yen))));
    }

    private static double Sum(Basket basket, CostPart part) => basket.InCanonicalOrder.Sum(placed => part.Of(placed.Pod.Cost) * placed.Times);
}
