using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// Plans for residents need a Japanese address and an identity check. Plans for a long stay need a stay that is longer
/// than a visit.
/// </summary>
public sealed class MeantForYou : EligibilityRule
{
    public override string Name => "meant-for-you";

    public override string? Check(Plan plan, Buyer buyer) => (plan.Audience, buyer.Trip.Residency) switch
    {
        (Audience.Resident, not Residency.Resident) => "residents-only",
        (Audience.LongStay, Residency.Visitor) => "long-stay-only",
        _ => null,
    };
}
