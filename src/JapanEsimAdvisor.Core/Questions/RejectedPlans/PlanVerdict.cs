using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Questions.RejectedPlans;

public enum Verdict
{
    /// <summary>Part of the advice.</summary>
    Advised,

    /// <summary>A basket with it is as good as the advice.</summary>
    Equal,

    /// <summary>The best basket with it is worse than the advice.</summary>
    Loses,

    /// <summary>Somebody may buy it and nobody could use it here.</summary>
    Unusable,

    /// <summary>A rule says no for everybody.</summary>
    Excluded,
}

/// <summary>Why a plan is not the advice.</summary>
/// <param name="Rejections">By code: the first rule that says no, for whom. Holds those who may not buy a plan that others may.</param>
/// <param name="Reasons">Why it is unusable; empty else.</param>
/// <param name="Answer">The best basket with the plan; null where there is none.</param>
/// <param name="OverLimit">So many more people whose wish is not met than in the advice; null without a basket.</param>
/// <param name="LosesBy">Unrounded yen of expected total more than the advice; below 0 only where more wishes are not met; null without a basket.</param>
public sealed record PlanVerdict(
    Plan Plan,
    Verdict Verdict,
    ImmutableArray<Rejected> Rejections,
    ImmutableArray<Notice> Reasons,
    Answer? Answer,
    int? OverLimit,
    double? LosesBy);

/// <param name="Rule">Name of the rule.</param>
/// <param name="Code">Reason code; its words are resources of the family <c>rejection</c>.</param>
/// <param name="Travelers">Ids of those for whom it says no.</param>
public sealed record Rejected(string Rule, string Code, ImmutableArray<string> Travelers);

/// <summary>Plans that nobody of the party may buy, for one reason.</summary>
/// <param name="Plans">How many.</param>
/// <param name="Examples">Ids of the first of them, three at most.</param>
public sealed record ExcludedPlans(string Rule, string Code, int Plans, ImmutableArray<string> Examples);
