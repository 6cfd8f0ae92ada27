using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Why something else is not the advice.</summary>
public sealed class WhyNotAnswer(AdviceView view, WhyNotView whyNot)
{
    /// <summary>All four, in the order of the answer.</summary>
    public IReadOnlyList<StrategyWhyNot> Strategies { get; } =
        [.. view.Advice.Answers.Select(answer => new StrategyWhyNot(whyNot, answer))];

    /// <summary>
    /// Those asked for by whyNot; where none is, the five that lose by least, none where the party is too various to try every plan.
    /// </summary>
    public IReadOnlyList<PlanWhyNot> Plans { get; } = [.. whyNot.Plans.Select(verdict => new PlanWhyNot(whyNot, verdict))];

    /// <summary>Plans of the whole catalog that nobody of the party may buy, by reason, most plans first.</summary>
    public IReadOnlyList<ExcludedAnswer> Excluded { get; } =
    [
        .. view.Choice.WhyNot.Excluded().Select(excluded => new ExcludedAnswer(
            excluded.Rule, excluded.Code, excluded.Plans, whyNot.Rejection(excluded.Code), excluded.Examples)),
    ];
}

public sealed class StrategyWhyNot(WhyNotView whyNot, Answer answer)
{
    public string Strategy { get; } = answer.Strategy;
    public bool Feasible { get; } = answer.IsFeasible;

    /// <summary>People more than in the advice whose wish is not met; null where not feasible.</summary>
    public int? OverLimit { get; } = whyNot.OverLimit(answer);

    /// <summary>Expected total more than the advice: the sum of the rows; null where not feasible.</summary>
    public Money? LosesBy { get; } = whyNot.LosesBy(answer);

    /// <summary>By cost code, largest loss first, savings below 0.</summary>
    public IReadOnlyList<CostRowAnswer> Rows { get; } = CostRowAnswer.Of(whyNot, answer);

    public string Text { get; } = whyNot.TextOf(answer);
}

public sealed class PlanWhyNot(WhyNotView whyNot, PlanVerdict verdict)
{
    public string PlanId { get; } = verdict.Plan.Id;
    public string Name { get; } = verdict.Plan.Name;

    /// <summary>Seller id.</summary>
    public string Provider { get; } = verdict.Plan.SellerId;

    public Verdict Verdict { get; } = verdict.Verdict;

    /// <summary>The first rule that says no, for whom; then why nobody could use it.</summary>
    public IReadOnlyList<CodedText> Reasons { get; } =
        [.. whyNot.ReasonsOf(verdict).Select(reason => new CodedText(reason.Code, reason.Text, reason.Travelers))];

    /// <summary>
    /// Of the best basket that holds the plan; null without one. Below 0 only where overLimit is above.
    /// </summary>
    public Money? LosesBy { get; } = whyNot.LosesBy(verdict.Answer);

    public int? OverLimit { get; } = verdict.OverLimit;
    public IReadOnlyList<CostRowAnswer> Rows { get; } = CostRowAnswer.Of(whyNot, verdict.Answer);

    /// <summary>That basket's; choose it by preferences.basket beside the same whyNot.</summary>
    public string? BasketId { get; } = verdict.Answer?.Basket!.Id;

    public string Text { get; } = whyNot.TextOf(verdict);
}

/// <param name="Rule">Name of the rule that says no.</param>
/// <param name="Plans">How many plans.</param>
/// <param name="Examples">Plan ids, three at most.</param>
public sealed record ExcludedAnswer(string Rule, string Code, int Plans, string Text, IReadOnlyList<string> Examples);
