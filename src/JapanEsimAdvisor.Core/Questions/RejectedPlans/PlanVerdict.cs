using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

/// <summary>How a plan compares with the advice.</summary>
public enum Verdict
{
    /// <summary>The plan is part of the advice.</summary>
    Advised,

    /// <summary>A basket with the plan is as good as the advice.</summary>
    Equal,

    /// <summary>The best basket with the plan is worse than the advice.</summary>
    Loses,

    /// <summary>Somebody may buy the plan, but it can serve nobody on this trip.</summary>
    Unusable,

    /// <summary>Nobody may buy the plan.</summary>
    Excluded,
}

/// <summary>Why a plan is not the advice.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Verdict">How it compares with the advice.</param>
/// <param name="Rejections">
/// By code, the first rule that rejects the plan and the travelers it concerns. Also filled where other travelers may
/// buy the plan.
/// </param>
/// <param name="Reasons">Why it is unusable; empty for other verdicts.</param>
/// <param name="Answer">The best basket with the plan; null where there is none.</param>
/// <param name="OverLimit">
/// Number of people whose limit is not met, minus that number of the advice; null without a basket.
/// </param>
/// <param name="LosesBy">
/// Expected total minus that of the advice, unrounded yen. Below 0 only where more limits are not met. Null without a
/// basket.
/// </param>
public sealed record PlanVerdict(
    Plan Plan,
    Verdict Verdict,
    ImmutableArray<Rejected> Rejections,
    ImmutableArray<Notice> Reasons,
    Answer? Answer,
    int? OverLimit,
    double? LosesBy);

/// <summary>A rule that rejects a plan for some travelers.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Code">Code of the reason. Its text is a resource of the family <c>rejection</c>.</param>
/// <param name="Travelers">Ids of these travelers.</param>
public sealed record Rejected(string Rule, string Code, ImmutableArray<string> Travelers);

/// <summary>Plans that nobody of the party may buy, for one reason.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Code">Code of the reason.</param>
/// <param name="Plans">Number of plans.</param>
/// <param name="Examples">Ids of the first plans, at most three.</param>
public sealed record ExcludedPlans(string Rule, string Code, int Plans, ImmutableArray<string> Examples);
