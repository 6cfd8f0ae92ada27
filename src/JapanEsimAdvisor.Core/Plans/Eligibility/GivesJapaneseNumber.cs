using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>A traveler who needs a Japanese number needs a plan for which a source states one.</summary>
public sealed class GivesJapaneseNumber : EligibilityRule
{
    public override string Name => "gives-japanese-number";

    public override string? Check(Plan plan, Buyer buyer) =>
        buyer.Traveler.NeedsJapaneseNumber && plan.JapaneseNumber != true ? "no-japanese-number" : null;
}
