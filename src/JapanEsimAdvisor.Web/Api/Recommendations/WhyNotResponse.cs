using JapanEsimAdvisor.Core.Questions.RejectedPlans;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>Why something else is not the advice.</summary>
/// <param name="Strategies">All four, in the order of the answer.</param>
/// <param name="Plans">Those asked for by whyNot; where none is, the five that lose by least, none where the party is too various to try every plan.</param>
/// <param name="Excluded">Plans of the whole catalog that nobody of the party may buy, by reason, most plans first.</param>
public sealed record WhyNotAnswer(IReadOnlyList<StrategyWhyNot> Strategies, IReadOnlyList<PlanWhyNot> Plans, IReadOnlyList<ExcludedAnswer> Excluded);

/// <param name="OverLimit">People more than in the advice whose wish is not met; null where not feasible.</param>
/// <param name="LosesBy">Expected total more than the advice: the sum of the rows; null where not feasible.</param>
/// <param name="Rows">By cost code, largest loss first, savings below 0.</param>
public sealed record StrategyWhyNot(string Strategy, bool Feasible, int? OverLimit, Money? LosesBy, IReadOnlyList<CostRowAnswer> Rows, string Text);

/// <param name="Provider">Seller id.</param>
/// <param name="Reasons">The first rule that says no, for whom; then why nobody could use it.</param>
/// <param name="LosesBy">Of the best basket that holds the plan; null without one. Below 0 only where overLimit is above.</param>
/// <param name="BasketId">That basket's; choose it by preferences.basket beside the same whyNot.</param>
public sealed record PlanWhyNot(
    string PlanId,
    string Name,
    string Provider,
    Verdict Verdict,
    IReadOnlyList<CodedText> Reasons,
    Money? LosesBy,
    int? OverLimit,
    IReadOnlyList<CostRowAnswer> Rows,
    string? BasketId,
    string Text);

/// <param name="Rule">Name of the rule that says no.</param>
/// <param name="Plans">How many plans.</param>
/// <param name="Examples">Plan ids, three at most.</param>
public sealed record ExcludedAnswer(string Rule, string Code, int Plans, string Text, IReadOnlyList<string> Examples);
