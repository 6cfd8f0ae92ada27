using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// The model, the market and the lock of the phone allow a travel eSIM. A phone for which this is not known gets a SIM
/// card, a router or a place as a client.
/// </summary>
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
