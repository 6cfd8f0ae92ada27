using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Core.Questions.FairSplits;

/// <summary>
/// The displayed price of a pod, or of several equal pods, in the reader's currency, with the part that does not depend
/// on data: fees, the base price of pay as you go, and the whole price of a plan without a cap.
/// </summary>
/// <param name="Price">Sum of the displayed rows, exact.</param>
/// <param name="Fixed">The part that does not depend on data, 0 to <paramref name="Price"/>, unrounded.</param>
public readonly record struct PodBill(decimal Price, decimal Fixed)
{
    /// <summary>The bill of a pod.</summary>
    public static PodBill Of(PlacedPod placed, string currency, ExchangeRates rates)
    {
        decimal price = 0, unused = 0;
        foreach (var item in placed.Pod.Bundle?.Items ?? [])
        {
            var yen = CostSheet.YenOf(placed, item, rates);
            var row = rates.FromYen(yen, currency).Amount;
            price += row;
            unused += yen == 0 ? row : row * FixedYen(placed, item, rates) / yen;
        }

        return new PodBill(price, unused);
    }

    /// <summary>
    /// What one person of each type pays, unrounded. The fixed part is split equally, and the rest by expected use, or
    /// equally where nobody uses data.
    /// </summary>
    public decimal[] PerHead(PodPeople people)
    {
        var fixedPart = Fixed;
        var rest = Price - Fixed;
        var heads = people.People * people.Times;
        var kind = people.Placed.Pod.Kind;
        var use = people.Types
            .Zip(people.Counts, (type, count) => (decimal)Sharing.DemandOf(type, kind).GbPerDay * count)
            .Sum() * people.Times;
        return
        [
            .. people.Types.Select(type =>
                (fixedPart / heads) + (use == 0 ? rest / heads : rest * (decimal)Sharing.DemandOf(type, kind).GbPerDay / use)),
        ];
    }

    private static decimal FixedYen(PlacedPod placed, BundleItem item, ExchangeRates rates) =>
        (item.Fees.Sum(rates.ToYen) + (IsPaidForData(item.Plan.Allowance) ? 0 : rates.ToYen(item.Listed))) * placed.Times;

    private static bool IsPaidForData(Allowance allowance) => allowance is { Gb: not null, Kind: not AllowanceKind.PayAsYouGo };
}
