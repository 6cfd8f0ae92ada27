using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// A SIM card may not use the only slot of a phone whose home number must stay reachable. A phone with eSIM and one
/// slot has room for both lines. A phone with an unknown number of slots counts as a phone with one.
/// </summary>
public sealed class KeepsHomeLine : EligibilityRule
{
    public override string Name => "keeps-home-line";

    public override string? Check(Plan plan, Buyer buyer) =>
        plan.Medium == Medium.Sim && buyer.Traveler.KeepsHomeLine && buyer.Type.Phone is { SimSlots: null or 1, Esim: not Tristate.Yes }
            ? "home-line-needs-the-slot"
            : null;
}
