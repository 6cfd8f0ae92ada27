using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>Model, market and lock of the phone let it take a travel eSIM. Unknown is served by SIM, router or as a client.</summary>
public sealed class TakesEsim : EligibilityRule
{
    public override string Name => "takes-esim";

    public override string? Check(Plan plan, Buyer buyer) => (plan.Medium, buyer.Traveler.CarrierLocked, buyer.Type.Phone.Esim) switch
    {
        (not Medium.Esim, _, _) => null,
        (_, true, _) => "phone-locked",
        (_, _, Tristate.No) => "phone-without-esim",
        (_, _, Tristate.Unknown) => "phone-esim-unknown",
        _ => null,
    };
}
