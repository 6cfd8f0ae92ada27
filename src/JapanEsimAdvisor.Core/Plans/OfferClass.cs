using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans;

/// <summary>
/// Plans to which every eligibility rule gives the same answer, whoever asks: the rules are asked once for all of them.
/// </summary>
/// <param name="Plans">At least one, in catalog order.</param>
public sealed record OfferClass(ImmutableArray<Plan> Plans)
{
    public Plan Sample => Plans[0];

    public static ImmutableArray<OfferClass> Of(IEnumerable<Plan> plans, CatalogSnapshot catalog) =>
        [.. plans.GroupBy(plan => KeyOf(plan, catalog)).Select(same => new OfferClass([.. same]))];

    /// <summary>All that the rules read of a plan. How a card or router is handed over depends on its seller and itself, a download on neither.</summary>
    private static (Medium, Audience, string, Condition?, bool, string?) KeyOf(Plan plan, CatalogSnapshot catalog) => (
        plan.Medium,
        plan.Audience,
        string.Join(',', catalog.SoldIn(plan)),
        plan.Condition,
        plan.JapaneseNumber == true,
        plan switch
        {
            { Medium: Medium.Sim or Medium.PocketWifi } => plan.Id,
            { Medium: Medium.Roaming } or { Audience: Audience.OperatorCustomer } or { Condition.Kind: ConditionKind.Tariff } => plan.SellerId,
            _ => null,
        });
}
