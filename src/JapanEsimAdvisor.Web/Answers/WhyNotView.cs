using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>Why a plan or a strategy is not the advice, in words and in the rows by which it loses: what page and API both say.</summary>
public sealed class WhyNotView(AdviceView view)
{
    private const int RunnersUp = 5;

    /// <summary>Verdicts on the plans asked about; where none is, on those that lose by least.</summary>
    public ImmutableArray<PlanVerdict> Plans => view.Choice.Plans.IsEmpty ? view.Choice.WhyNot.RunnersUp(RunnersUp) : view.Choice.Plans;

    /// <summary>Rows in which an answer costs more than the advice as shown, largest first; null where there is nothing to compare.</summary>
    public ImmutableArray<CostRow>? Rows(Answer? answer) => answer is { IsFeasible: true } && view.Advice.Best is { } best
        ? CostDifference.Between(view.CostOf(answer), view.CostOf(best))
        : null;

    /// <summary>What the rows add up to: the difference of the totals shown.</summary>
    public Money? LosesBy(Answer? answer) => Rows(answer) is { } rows ? new Money(rows.Sum(row => row.Amount.Amount), view.Currency) : null;

    /// <summary>People more than in the advice whose wish is not met.</summary>
    public int? OverLimit(Answer? answer) => answer?.Basket?.Unmet - view.Advice.Best?.Basket!.Unmet;

    public string TextOf(PlanVerdict verdict) => verdict.Verdict switch
    {
        Verdict.Advised => view.Words["why-not.advised"],
        Verdict.Equal => view.Words["why-not.equal"],
        Verdict.Excluded => view.Words["why-not.excluded"],
        Verdict.Unusable => view.Words["why-not.unusable"],
        _ => Loses(verdict.Answer!, "why-not.loses", "why-not.equal"),
    };

    public string TextOf(Answer strategy)
    {
        if (!strategy.IsFeasible)
        {
            return view.Say("reason", strategy.Reasons[0]);
        }

        return strategy.Basket!.Id == view.Advice.Best!.Basket!.Id
            ? view.Words["why-not.strategy-advised"]
            : Loses(strategy, "reason.costs-more", "why-not.strategy-equal");
    }

    /// <summary>Who may not buy the plan and why, then why nobody could use it.</summary>
    public IEnumerable<(string Code, string Text, ImmutableArray<string> Travelers)> ReasonsOf(PlanVerdict verdict) =>
        verdict.Rejections.Select(no => (no.Code, Rejection(no.Code), no.Travelers))
            .Concat(verdict.Reasons.Select(reason => (reason.Code, view.Say("reason", reason), reason.Travelers)));

    public string Rejection(string code) => Words.Sentence(view.Words["rejection." + code]);

    public string CostName(CostRow row) => Words.Sentence(view.Words["cost." + row.Code]);

    private string Loses(Answer answer, string key, string equalKey) => (OverLimit(answer), LosesBy(answer)!.Value) switch
    {
        ( > 0 and var people, _) => view.Words.Say("why-not.over-limit", ("people", people)),
        (_, { Amount: <= 0 }) => view.Words[equalKey],
        (_, var amount) => view.Words.Say(key, ("amount", amount)),
    };
}
