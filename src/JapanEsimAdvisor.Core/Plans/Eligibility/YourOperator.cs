using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>Roaming is only for the customers of that operator.</summary>
public sealed class YourOperator : EligibilityRule
{
    public override string Name => "your-operator";

    public override string? Check(Plan plan, Buyer buyer) =>
        (plan.Medium != Medium.Roaming && plan.Audience != Audience.OperatorCustomer) || buyer.Traveler.HomeOperator == plan.SellerId
            ? null
            : "other-operators-customers";
}
