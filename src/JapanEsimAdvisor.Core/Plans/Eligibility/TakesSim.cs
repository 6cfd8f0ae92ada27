using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>A SIM card needs a phone with a slot and without a lock.</summary>
public sealed class TakesSim : EligibilityRule
{
    public override string Name => "takes-sim";

    public override string? Check(Plan plan, Buyer buyer) => (plan.Medium, buyer.Traveler.CarrierLocked, buyer.Type.Phone.SimSlots) switch
    {
        (not Medium.Sim, _, _) => null,
        (_, true, _) => "phone-locked",
        (_, _, 0) => "phone-without-sim-slot",
        _ => null,
    };
}
