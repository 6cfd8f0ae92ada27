using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>A router is useful only for a traveler with a device that joins its Wi-Fi.</summary>
public sealed class JoinsWifi : EligibilityRule
{
    public override string Name => "joins-wifi";

    public override string? Check(Plan plan, Buyer buyer) =>
        plan.Medium == Medium.PocketWifi && !buyer.Type.IsServedOverWifi ? "phone-without-wifi" : null;
}
