using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Plans for which every eligibility rule gives the same answer, for every buyer. The rules run once for all of them.
/// </summary>
/// <param name="Plans">At least one, in catalog order.</param>
public sealed record PlanClass(ImmutableArray<Plan> Plans)
{
    /// <summary>The plan that the rules check for all.</summary>
    public Plan Sample => Plans[0];

    /// <summary>Groups plans into classes.</summary>
    public static ImmutableArray<PlanClass> Of(IEnumerable<Plan> plans, CatalogSnapshot catalog) =>
        [.. plans.GroupBy(plan => KeyOf(plan, catalog)).Select(same => new PlanClass([.. same]))];

    /// <summary>
    /// The facts of a plan that the rules read. The handover of a card or router depends on the plan and its seller. A
    /// download depends on neither.
    /// </summary>
    private static (Medium, Audience, string, Condition?, bool, string?) KeyOf(Plan plan, CatalogSnapshot catalog) => (
        plan.Medium,
        plan.Audience,
        string.Join(',', catalog.SoldIn(plan)),
        plan.Condition,
        plan.JapaneseNumber == true,
        plan switch
        {
            { Medium: Medium.Sim or Medium.PocketWifi } => plan.Id,
            { Medium: Medium.Roaming } or { Audience: Audience.OperatorCustomer } or { Condition.Kind: ConditionKind.Tariff } =>
                plan.SellerId,
            _ => null,
        });
}
