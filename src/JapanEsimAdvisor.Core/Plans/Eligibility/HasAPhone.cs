using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>A line needs a phone. A person without one can rent a router or join somebody.</summary>
public sealed class HasAPhone : EligibilityRule
{
    public override string Name => "has-a-phone";

    public override string? Check(Plan plan, Buyer buyer) =>
        plan.Medium != Medium.PocketWifi && !buyer.Traveler.HasPhone ? "person-without-phone" : null;
}
