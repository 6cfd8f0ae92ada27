using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// The plan is on sale, has a price and a check date, and covers Japan. Other plans are shown but never advised.
/// </summary>
public sealed class KnownToServeJapan : EligibilityRule
{
    public override string Name => "known-to-serve-japan";

    public override string? Check(Plan plan, Buyer buyer) => CatalogSnapshot.NotAdvisableBecause(plan);
}
