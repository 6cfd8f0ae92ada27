using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>Offered, dated, priced, and surely covering Japan: else shown, never advised.</summary>
public sealed class KnownToServeJapan : EligibilityRule
{
    public override string Name => "known-to-serve-japan";

    public override string? Check(Plan plan, Buyer buyer) => CatalogSnapshot.NotAdvisableBecause(plan);
}
