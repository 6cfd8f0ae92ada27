using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// A SIM card may not use the only slot of a phone whose home number must stay reachable. A phone with eSIM and one
/// slot has room for both lines. Where the number of slots is not known, nobody can say that a card has room.
/// </summary>
public sealed class KeepsHomeLine : EligibilityRule
{
    public override string Name => "keeps-home-line";

    public override string? Check(Plan plan, Buyer buyer) => (plan.Medium, buyer.Traveler.KeepsHomeLine, buyer.Type.Phone) switch
    {
        (Medium.Sim, true, { SimSlots: 1, Esim: not Tristate.Yes }) => "home-line-needs-the-slot",
        (Medium.Sim, true, { SimSlots: null, Esim: not Tristate.Yes }) => "sim-slots-unknown",
        _ => null,
    };
}
