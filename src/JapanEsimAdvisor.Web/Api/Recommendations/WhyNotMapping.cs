using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Why something else is not the advice, as the contract of version 1.</summary>
public static class WhyNotMapping
{
    public static WhyNotAnswer ToResponse(AdviceView view)
    {
        var whyNot = new WhyNotView(view);
        return new WhyNotAnswer(
            [.. view.Advice.Answers.Select(answer => Strategy(whyNot, answer))],
            [.. whyNot.Plans.Select(verdict => Plan(whyNot, verdict))],
            [.. view.Choice.WhyNot.Excluded().Select(excluded => new ExcludedAnswer(excluded.Rule, excluded.Code, excluded.Plans, whyNot.Rejection(excluded.Code), excluded.Examples))]);
    }

    private static StrategyWhyNot Strategy(WhyNotView whyNot, Answer answer) =>
        new(answer.Strategy, answer.IsFeasible, whyNot.OverLimit(answer), whyNot.LosesBy(answer), Rows(whyNot, answer), whyNot.TextOf(answer));

    private static PlanWhyNot Plan(WhyNotView whyNot, PlanVerdict verdict) => new(
        verdict.Plan.Id,
        verdict.Plan.Name,
        verdict.Plan.SellerId,
        verdict.Verdict,
        [.. whyNot.ReasonsOf(verdict).Select(reason => new CodedText(reason.Code, reason.Text, reason.Travelers))],
        whyNot.LosesBy(verdict.Answer),
        verdict.OverLimit,
        Rows(whyNot, verdict.Answer),
        verdict.Answer?.Basket!.Id,
        whyNot.TextOf(verdict));

    private static IReadOnlyList<CostRowAnswer> Rows(WhyNotView whyNot, Answer? answer) =>
        whyNot.Rows(answer) is { } rows ? [.. rows.Select(row => new CostRowAnswer(row.Code, whyNot.CostName(row), row.Amount))] : [];
}
