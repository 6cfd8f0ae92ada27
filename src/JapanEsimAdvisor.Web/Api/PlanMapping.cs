using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Text;

namespace JapanEsimAdvisor.Web.Api;

/// <summary>Plans of a catalog as the contract shows them, quoted for some days in some currency.</summary>
public sealed class PlanMapping(CatalogInService service, Words words, int days, string currency, DateOnly today)
{
    private readonly CatalogSnapshot _catalog = service.Snapshot;

    private readonly BundleFactory _bundles = new(
        new Stay { Arrival = today, Departure = today.AddDays(days - 1) }, service.Snapshot, service.Snapshot.Tariff.FactorBalanced);

    /// <summary>The cheapest way to cover the days with this plan alone; null where it has no price or is too short.</summary>
    public Quote? QuoteOf(Plan plan)
    {
        if (BundleOf(plan) is not { } bundle)
        {
            return null;
        }

        var price = _catalog.Rates.FromYen((decimal)bundle.FixedYen, currency);
        var gb = bundle.Cycles.Sum(cycle => cycle.Count * cycle.Gb);
        return new Quote(
            days,
            bundle.Purchases,
            price,
            _catalog.Rates.FromYen((decimal)bundle.FixedYen / days, currency),
            gb > 0 && plan.Allowance.Gb is not null ? _catalog.Rates.FromYen((decimal)(bundle.FixedYen / gb), currency) : null);
    }

    /// <summary>Full-speed gigabytes over the quoted days; null where none are stated.</summary>
    public double? GbOf(Plan plan) => plan.Allowance.Gb is null ? null : BundleOf(plan)?.Cycles.Sum(cycle => cycle.Count * cycle.Gb);

    /// <summary>Null where nothing but a floor is known of the price, of the days or of the gigabytes paid as used.</summary>
    private Bundle? BundleOf(Plan plan) =>
        plan.Prices.All(price => price.IsFloor) || plan is { Allowance.Kind: AllowanceKind.PayAsYouGo, PricePerGb: null } ? null : _bundles.Of(plan).FirstOrDefault();

    public PlanResponse ToResponse(Plan plan)
    {
        var (quote, reason) = (QuoteOf(plan), CatalogSnapshot.NotAdvisableBecause(plan));
        return new PlanResponse(
            plan.Id,
            new IdAndName(plan.SellerId, _catalog.SellerOf(plan).Name),
            plan.Name,
            plan.Medium.Wire(),
            plan.Audience.Wire(),
            _catalog.SoldIn(plan),
            plan.Condition is { } condition ? new ConditionAnswer(condition.Kind.Wire(), condition.Value, words["condition." + condition.Kind.Wire()]) : null,
            plan.Audience == Audience.OperatorCustomer ? plan.SellerId : null,
            plan.Medium == Medium.Roaming ? quote?.Price : null,
            plan.Countries,
            AllowanceOf(plan.Allowance),
            [.. plan.Prices.Select(PriceOf)],
            plan.PricePerGb,
            RangeOf(plan),
            plan.PriceConfirmed,
            [.. _catalog.SellerOf(plan).Fees.Concat(plan.Fees).Select(FeeOf)],
            new ValidityAnswer(plan.Validity.Starts.Wire(), plan.Validity.Clock.Wire(), plan.Validity.UtcOffset, plan.Validity.StartBy),
            new TetheringAnswer(plan.Tethering.Policy.Wire(), plan.Tethering.CapGb, plan.Tethering.Per?.Wire(), plan.Tethering.Basis),
            new TopUpAnswer(plan.TopUp.Offered, plan.TopUp.Gb, plan.TopUp.Price),
            plan.Networks.IsEmpty ? null : plan.Networks,
            plan.FiveG,
            plan.JapaneseNumber,
            plan.IdentityCheck,
            plan.Router is { } router ? new RouterAnswer(router.Devices, router.BatteryHours) : null,
            quote,
            reason is null,
            reason,
            new SourceAnswer(plan.Source.Url ?? plan.Source.CollectedFrom, plan.Source.Checked, plan.Source.Confidence),
            [.. HistoryOf(plan)]);
    }

    private static AllowanceAnswer AllowanceOf(Allowance allowance) => new(
        allowance.Kind.Wire(), allowance.Gb, allowance.Per?.Wire(), new AfterAnswer(allowance.After.Wire(), allowance.AfterKbps), allowance.SpeedKbps);

    private static PriceAnswer PriceOf(Price price) => price.IsExact
        ? new PriceAnswer(price.Days, price.DayRate, price.Low, null, null, price.Currency)
        : new PriceAnswer(price.Days, price.DayRate, null, price.Low, price.High, price.Currency);

    private static FeeAnswer FeeOf(Fee fee) => new(fee.Kind.Wire(), fee.Middle.Amount, fee.Currency, fee.Per.Wire(), fee.When.Wire());

    /// <summary>What is known of a price that is no price: a range of the table, else one of which not even the length is stated.</summary>
    private static MoneyRange? RangeOf(Plan plan) => (plan.Prices.FirstOrDefault(price => !price.IsExact), plan.RangeWithoutLength) switch
    {
        ({ } row, _) => new MoneyRange(row.Low, row.High, row.Currency),
        (_, { } range) => new MoneyRange(range.Low, range.High, range.Currency),
        _ => null,
    };

    private IEnumerable<PastPriceAnswer> HistoryOf(Plan plan) =>
        (service.PriceChanges.GetValueOrDefault(plan.Id) ?? [])
            .Select(change => new PastPriceAnswer(change.Checked, change.Days, change.Amount, change.Currency))
            .Concat(plan.History.Select(past => new PastPriceAnswer(past.Checked, past.Days, past.Money.Amount, past.Money.Currency)))
            .Distinct()
            .OrderByDescending(past => past.From, StringComparer.Ordinal);
}
