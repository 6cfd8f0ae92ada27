using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Runs the four strategies over the pods and states why each is recommended or not.</summary>
public sealed class AnswerWriter(SolvedParty party)
{
    private readonly BasketAnswers _baskets = new(party);

    private readonly RefusalWriter _refusals = new(party);

    /// <summary>The answers of all four strategies, in the order of <see cref="Strategies.Names"/>.</summary>
    public ImmutableArray<Answer> Answers()
    {
        var strategies = Strategies.Four(party.Types, party.Pods);
        var answers = new List<Answer>(strategies.Length);
        foreach (var strategy in strategies)
        {
            answers.Add(AnswerFor(strategy, answers));
        }

        return [.. answers.Select(answer => answer with { Reasons = ReasonsOf(answer, answers) })];
    }

    /// <summary>Name of the recommended strategy; null where no strategy can serve the party.</summary>
    public static string? Recommended(ImmutableArray<Answer> answers) => StrategyResult.Recommended([.. answers.Select(StrategyResult.Of)]);

    private static bool IsSame(Basket one, Basket other) =>
        one.Id == other.Id || one.Score.IsAsGoodAs(other.Score);

    /// <summary>The answer of one strategy, without reasons.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="before">Answers of earlier strategies. The same basket reuses their answer.</param>
    private Answer AnswerFor(Strategy strategy, List<Answer> before)
    {
        if (BestPods.Of(party.Pods, strategy) is not { } found)
        {
            return new Answer { Strategy = strategy.Name, Basket = null, Risk = null, Reasons = [], Warnings = [] };
        }

        var id = BasketId.Of(found);
        return before.Find(answer => answer.Basket?.Id == id) is { } same
            ? same with { Strategy = strategy.Name }
            : _baskets.Of(strategy.Name, found);
    }

    private ImmutableArray<Notice> ReasonsOf(Answer answer, List<Answer> all)
    {
        if (answer.Basket is not { } basket)
        {
            return _refusals.For(answer.Strategy);
        }

        var reasons = new List<Notice>();
        var mix = all[^1].Basket!;
        if (IsSame(basket, mix))
        {
            reasons.Add(Notice.Of(basket.Unmet == 0 ? "cheapest-that-suits" : "closest-to-suiting"));
            _refusals.AddWorkarounds(answer.Strategy, basket, reasons);
            AddAdvantages(basket, all, reasons);
        }
        else
        {
            AddDrawbacks(basket, mix, reasons);
            _refusals.AddWorkarounds(answer.Strategy, basket, reasons);
        }

        AddSame(answer, basket, all, reasons);
        return [.. reasons];
    }

    private static void AddSame(Answer answer, Basket basket, List<Answer> all, List<Notice> reasons)
    {
        foreach (var other in all)
        {
            if (other.Strategy != answer.Strategy && other.Basket is { } same && IsSame(same, basket))
            {
                reasons.Add(Notice.Of("same-as", ("strategy", new NamedCode("strategy", other.Strategy))));
                return;
            }
        }
    }

    private static void AddAdvantages(Basket basket, List<Answer> all, List<Notice> reasons)
    {
        foreach (var other in all)
        {
            if (other.Basket is { } dearer && !IsSame(dearer, basket) && dearer.Unmet <= basket.Unmet)
            {
                reasons.Add(Notice.Of(
                    "saves-against",
                    ("strategy", new NamedCode("strategy", other.Strategy)),
                    ("amount", new YenAmount((decimal)(dearer.ExpectedTotal - basket.ExpectedTotal)))));
            }
        }
    }

    private static void AddDrawbacks(Basket basket, Basket best, List<Notice> reasons)
    {
        if (basket.Unmet > best.Unmet)
        {
            reasons.Add(Notice.Of("over-limit", ("people", basket.Unmet)));
        }

        if (basket.ExpectedTotal > best.ExpectedTotal)
        {
            var (code, yen) = LargestLoss(basket, best);
            reasons.Add(Notice.Of("costs-more", ("amount", new YenAmount((decimal)(basket.ExpectedTotal - best.ExpectedTotal)))));
            reasons.Add(Notice.Of("loses-most-by", ("cost", new NamedCode("cost", code)), ("amount", new YenAmount((decimal)yen))));
        }
    }

    private static (string Code, double Yen) LargestLoss(Basket basket, Basket best)
    {
        var largest = (Code: string.Empty, Yen: double.NegativeInfinity);
        foreach (var part in CostParts.All)
        {
            var loss = Sum(basket, part.Of) - Sum(best, part.Of);
            largest = loss > largest.Yen ? (part.Code, loss) : largest;
        }

        return largest;
    }

    private static double Sum(Basket basket, Func<PodCost, double> part)
    {
        double sum = 0;
        foreach (var placed in basket.Pods)
        {
            sum += part(placed.Pod.Cost) * placed.Times;
        }

        return sum;
    }
}
