using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// The seller sells in the country where the traveler lives. An operator always sells to its own customers.
/// </summary>
public sealed class SoldToYou : EligibilityRule
{
    public override string Name => "sold-to-you";

    public override string? Check(Plan plan, Buyer buyer)
    {
        var soldIn = buyer.Catalog.SoldIn(plan);
        var isOwnOperator = plan.Medium == Medium.Roaming && buyer.Traveler.HomeOperator == plan.SellerId;
        var sold = isOwnOperator
            || soldIn.Contains(Seller.Worldwide)
            || (buyer.Trip.HomeCountry is { } home && soldIn.Contains(home))
            || (buyer.Trip.Residency != Residency.Visitor && soldIn.Contains("JP"));
        return sold ? null : "not-sold-in-your-country";
    }
}
