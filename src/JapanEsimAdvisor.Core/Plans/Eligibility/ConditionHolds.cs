using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// A plan with a condition (card holders, new customers, tariffs) needs a traveler who states that they meet it.
/// </summary>
public sealed class ConditionHolds : EligibilityRule
{
    public override string Name => "condition-holds";

    public override string? Check(Plan plan, Buyer buyer) => plan.Condition switch
    {
        null => null,
        { Kind: ConditionKind.Resident } => buyer.Trip.Residency == Residency.Resident ? null : "residents-only",
        { Kind: ConditionKind.LongStay } => buyer.Trip.Residency != Residency.Visitor ? null : "long-stay-only",
        { Kind: ConditionKind.OperatorCustomer, Value: var operatorId } =>
            buyer.Traveler.HomeOperator == operatorId ? null : "other-operators-customers",
        { Kind: ConditionKind.Tariff, Value: var tariff } =>
            buyer.Traveler.HomeOperator == plan.SellerId && buyer.Traveler.HomePlan == tariff ? null : "other-tariff",
        { Value: { } benefit } => buyer.Traveler.Benefits.Contains(benefit) ? null : "condition-not-met",
        _ => "condition-not-met",
    };
}
