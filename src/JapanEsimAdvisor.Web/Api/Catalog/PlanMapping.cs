using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>Plans of a catalog as the contract shows them, with their quotes.</summary>
/// <param name="quotes">Null if no quotes are wanted.</param>
public sealed class PlanMapping(CatalogInService service, Words words, PlanQuotes? quotes)
{
    private readonly CatalogSnapshot _catalog = service.Snapshot;

    public PlanResponse ToResponse(Plan plan)
    {
        var (quote, reason) = (quotes?.Of(plan), CatalogSnapshot.NotAdvisableBecause(plan));
        return new PlanResponse(
            plan.Id,
            new IdAndName(plan.SellerId, _catalog.SellerOf(plan).Name),
            plan.Name,
            plan.Medium,
            plan.Audience,
            _catalog.SoldIn(plan),
            plan.Condition is { } condition
                ? new ConditionAnswer(condition.Kind, condition.Value, words["condition." + condition.Kind.Wire()])
                : null,
            plan.Audience == Audience.OperatorCustomer ? plan.SellerId : null,
            plan.Medium == Medium.Roaming ? quote?.Price : null,
            plan.Countries,
            AllowanceOf(plan.Allowance),
            [.. plan.Prices.Select(PriceOf)],
            plan.PricePerGb,
            RangeOf(plan),
            plan.PriceConfirmed,
            [.. _catalog.SellerOf(plan).Fees.Concat(plan.Fees).Select(FeeOf)],
            new ValidityAnswer(plan.Validity.Starts, plan.Validity.Clock, plan.Validity.UtcOffset, plan.Validity.StartBy),
            new TetheringAnswer(plan.Tethering.Policy, plan.Tethering.CapGb, plan.Tethering.Per, plan.Tethering.Basis),
            new TopUpAnswer(plan.TopUp.Offered, plan.TopUp.Gb, plan.TopUp.Price),
            plan.Networks.IsEmpty ? null : plan.Networks,
            plan.FiveG,
            plan.JapaneseNumber,
            plan.IdentityCheck,
            plan.Router is { } router ? new RouterAnswer(router.Devices, router.BatteryHours) : null,
            quote,
            reason is null,
            reason,
            _catalog.SellerOf(plan).Website,
            _catalog.SellerOf(plan).Website,
            new SourceAnswer(plan.Source.Url ?? plan.Source.CollectedFrom, plan.Source.Checked, plan.Source.Confidence),
            [.. PlanHistory.Of(service, plan).Select(past => new PastPriceAnswer(past.Checked, past.Days, past.Amount, past.Currency))]);
    }

    private static AllowanceAnswer AllowanceOf(Allowance allowance) => new(
        allowance.Kind, allowance.Gb, allowance.Per, new AfterAnswer(allowance.After, allowance.AfterKbps), allowance.SpeedKbps);

    private static PriceAnswer PriceOf(Price price) => price.IsExact
        ? new PriceAnswer(price.Days, price.DayRate, price.Low, null, null, price.Currency)
        : new PriceAnswer(price.Days, price.DayRate, null, price.Low, price.High, price.Currency);

    private static FeeAnswer FeeOf(Fee fee) => new(fee.Kind, fee.Middle.Amount, fee.Currency, fee.Per, fee.When);

    /// <summary>
    /// The range of a plan without an exact price: from its table, else a range for no stated number of days.
    /// </summary>
    private static MoneyRange? RangeOf(Plan plan) => (plan.Prices.FirstOrDefault(price => !price.IsExact), plan.RangeWithoutLength) switch
    {
        ({ } row, _) => new MoneyRange(row.Low, row.High, row.Currency),
        (_, { } range) => new MoneyRange(range.Low, range.High, range.Currency),
        _ => null,
    };
}
