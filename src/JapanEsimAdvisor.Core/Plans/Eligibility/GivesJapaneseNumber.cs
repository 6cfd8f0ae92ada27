using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>Where a Japanese number is needed, only plans with a sourced one.</summary>
public sealed class GivesJapaneseNumber : EligibilityRule
{
    public override string Name => "gives-japanese-number";

    public override string? Check(Plan plan, Buyer buyer) =>
        buyer.Traveler.NeedsJapaneseNumber && plan.JapaneseNumber != true ? "no-japanese-number" : null;
}
