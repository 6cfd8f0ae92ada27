using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Optimizer;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>Runs the four strategies over the pods and says why each stands where it stands.</summary>
public sealed class AnswerWriter(
    Trip trip,
    CatalogSnapshot catalog,
    DateOnly today,
    ImmutableArray<TravelerType> types,
    ImmutableArray<HostLines> hosts,
    PodTable pods)
{
    private readonly BasketAnswers _baskets = new(trip, catalog, today, types, hosts);

    private readonly RefusalWriter _refusals = new(trip, catalog, types, hosts);

    public ImmutableArray<Answer> Answers()
    {
        var strategies = FourStrategies.For(types, pods);
        var answers = new List<Answer>(strategies.Length);
        foreach (var strategy in strategies)
        {
            answers.Add(AnswerFor(strategy, answers));
        }

        return [.. answers.Select(answer => answer with { Reasons = ReasonsOf(answer, answers) })];
    }

    /// <summary>Name of the strategy to follow; null where nobody can be served.</summary>
    public static string? Recommended(ImmutableArray<Answer> answers) => Standing.Recommended([.. answers.Select(Standing.Of)]);

    private static bool IsSame(Basket one, Basket other) =>
        one.Id == other.Id || (one.Unmet == other.Unmet && Math.Abs(one.ExpectedTotal - other.ExpectedTotal) < Standing.Cent);

    /// <param name="before">Answers to strategies before: the same pods need not be looked at twice.</param>
    private Answer AnswerFor(IStrategy strategy, List<Answer> before)
    {
        if (PartyPartition.Solve(pods, strategy) is not { } found)
        {
            return new Answer { Strategy = strategy.Name, Basket = null, Risk = null, Reasons = [], Warnings = [] };
        }

        return before.Find(answer => answer.Basket is { } basket && HoldsJust(basket, found)) is { } same
            ? same with { Strategy = strategy.Name }
            : _baskets.Of(strategy.Name, found);
    }

    private static bool HoldsJust(Basket basket, ImmutableArray<Pod> pods)
    {
        if (basket.Pods.Sum(placed => placed.Times) != pods.Length)
        {
            return false;
        }

        foreach (var placed in basket.Pods)
        {
            if (pods.Count(pod => ReferenceEquals(pod, placed.Pod)) < placed.Times)
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<Notice> ReasonsOf(Answer answer, List<Answer> all)
    {
        if (answer.Basket is not { } basket)
        {
            return _refusals.For(answer.Strategy);
        }

        var mix = all[^1].Basket!;
        var reasons = new List<Notice>(_refusals.Workarounds(answer.Strategy, basket));
        var twin = all.FirstOrDefault(other => other.Strategy != answer.Strategy && other.Basket is { } same && IsSame(same, basket));
        if (IsSame(basket, mix))
        {
            reasons.Insert(0, Notice.Of(basket.Unmet == 0 ? "cheapest-that-suits" : "closest-to-suiting"));
            reasons.AddRange(Advantages(basket, all));
        }
        else
        {
            reasons.InsertRange(0, Drawbacks(basket, mix));
        }

        if (twin is not null)
        {
            reasons.Add(Notice.Of("same-as", ("strategy", new NamedCode("strategy", twin.Strategy))));
        }

        return [.. reasons];
    }

    private static IEnumerable<Notice> Advantages(Basket basket, List<Answer> all) =>
        from other in all
        where other.Basket is { } dearer && !IsSame(dearer, basket) && dearer.Unmet <= basket.Unmet
        select Notice.Of("saves-against", ("strategy", new NamedCode("strategy", other.Strategy)), ("amount", new YenAmount((decimal)(other.Basket!.ExpectedTotal - basket.ExpectedTotal))));

    private static IEnumerable<Notice> Drawbacks(Basket basket, Basket best)
    {
        if (basket.Unmet > best.Unmet)
        {
            yield return Notice.Of("over-limit", ("people", basket.Unmet));
        }

        if (basket.ExpectedTotal > best.ExpectedTotal)
        {
            yield return Notice.Of("costs-more", ("amount", new YenAmount((decimal)(basket.ExpectedTotal - best.ExpectedTotal))));
            yield return Notice.Of("loses-most-by", ("cost", new NamedCode("cost", LargestLoss(basket, best))), ("amount", new YenAmount((decimal)Losses(basket, best).Max(row => row.Yen))));
        }
    }

    private static string LargestLoss(Basket basket, Basket best) => Losses(basket, best).MaxBy(row => row.Yen).Code;

    private static IEnumerable<(string Code, double Yen)> Losses(Basket basket, Basket best) =>
        CostParts.All.Select(part => (part.Code, Sum(basket, part.Of) - Sum(best, part.Of)));

    private static double Sum(Basket basket, Func<PodCost, double> part) => basket.Pods.Sum(placed => part(placed.Pod.Cost) * placed.Times);
}
