using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Plans;

/// <summary>All facts of a plan in words; unknown facts are shown as unknown.</summary>
public sealed class PlanFacts(Words words, Plan plan, CatalogSnapshot catalog, PlanQuotes quotes)
{
    private const int MostCountries = 12;

    private Seller Seller => catalog.SellerOf(plan);

    /// <summary>Properties in use: label and answer.</summary>
    public IEnumerable<(string Label, string Answer)> Use()
    {
        yield return (words["plan.medium"], Words.Sentence(words["medium." + plan.Medium.Wire()]));
        yield return (words["plan.data"], Words.Sentence(PlanText.Allowance(words, plan)));
        if (quotes.GbOf(plan) is { } gb)
        {
            yield return (words.Say("plan.data-over", ("days", quotes.Days)), words.Say("plan.gb", ("gb", Math.Round(gb, 1))));
        }

        yield return (words["plan.hotspot"], Hotspot());
        if (plan.Router is { } router)
        {
            yield return (words["plan.router"], Words.Sentence(RouterOf(router)));
        }

        yield return (
            words["plan.networks"],
            plan.Networks.IsEmpty ? words["fact.unknown"] : List(plan.Networks.Select(network => words["network." + network])));
        yield return (words["plan.5g"], YesNo(plan.FiveG));
        yield return (words["plan.number"], plan.Medium == Medium.Roaming ? words["plan.number.roaming"] : YesNo(plan.JapaneseNumber));
        yield return (words["plan.countries"], CountriesOf());
    }

    /// <summary>Properties of purchase and start: label and answer.</summary>
    public IEnumerable<(string Label, string Answer)> Buying()
    {
        yield return (words["plan.buyers"], Buyers(words, plan, catalog));
        yield return (words["plan.sold-in"], Places(catalog.SoldIn(plan)));
        if (plan.Medium is Medium.Sim or Medium.PocketWifi)
        {
            yield return (
                words["plan.handover"],
                catalog.ObtainedBy(plan) is { IsEmpty: false } ways
                    ? Words.Sentence(List(ways.Select(way => way.How).Distinct().Select(way => words["handover." + way.Wire()])))
                    : words["fact.unknown"]);
        }

        yield return (words["plan.identity"], YesNo(plan.IdentityCheck));
        yield return (words["plan.starts"], Words.Sentence(words["starts." + plan.Validity.Starts.Wire()]));
        yield return (words["plan.clock"], Words.Sentence(ClockOf()));
        if (plan.Validity.StartBy is { } days)
        {
            yield return (words["plan.start-by"], words.Say("plan.start-by.days", ("days", days)));
        }

        yield return (words["plan.top-up"], TopUpOf());
        yield return (words["plan.refund"], Seller.Refund is { } refund ? words["refund." + refund.Policy] : words["fact.unknown"]);
    }

    /// <summary>Fees of seller and plan.</summary>
    public IEnumerable<(string Label, string Amount, string When)> Fees() => Seller.Fees.Concat(plan.Fees)
        .OrderBy(fee => fee.When)
        .Select(fee => (
            words["fee." + fee.Kind.Wire()],
            words.Say("fee.per." + fee.Per.Wire(), ("amount", fee.Middle)),
            words["fee.when." + fee.When.Wire()]));

    /// <summary>Groups who may buy it.</summary>
    public static string Buyers(Words words, Plan plan, CatalogSnapshot catalog)
    {
        var audience = words.Say("audience." + plan.Audience.Wire(), ("seller", catalog.SellerOf(plan).Name));
        return plan.Condition switch
        {
            null or { Kind: ConditionKind.Resident or ConditionKind.LongStay or ConditionKind.OperatorCustomer } => audience,
            { Kind: ConditionKind.Tariff, Value: { } tariff } when catalog.SellerOf(plan).Tariffs.FirstOrDefault(known => known.Id == tariff) is { } known
                => words.Say("buyers.and", ("audience", audience), ("condition", words.Say("buyers.tariff", ("tariff", known.Name)))),
            { } condition => words.Say("buyers.and", ("audience", audience), ("condition", words["condition." + condition.Kind.Wire()])),
        };
    }

    /// <summary>The price for the days, marked as approximate if only a range is known.</summary>
    public static string Price(Words words, Plan plan, Quote quote) =>
        plan.PriceConfirmed ? words.Money(quote.Price) : words.Say("plans.about", ("amount", quote.Price));

    /// <summary>Why there is no price for the days.</summary>
    public static string WithoutQuote(Words words, Plan plan, PlanQuotes quotes) => plan switch
    {
        { PricePerGb: { } perGb } => words.Say("plans.per-gb", ("amount", quotes.Convert(perGb))),
        { Prices: [{ IsFloor: true } floor, ..] } =>
            words.Say("plans.from", ("amount", quotes.Convert(new Money(floor.Low, floor.Currency)))),
        { Prices.IsEmpty: true, RangeWithoutLength: { } range } =>
            words.Say("plans.from", ("amount", quotes.Convert(new Money(range.Low, range.Currency)))),
        { Prices.IsEmpty: true } => words["plans.no-price"],
        _ => words.Say("plans.too-short", ("days", quotes.Days)),
    };

    private string Hotspot()
    {
        var said = plan switch
        {
            { Medium: Medium.PocketWifi } => words["hotspot.router"],
            { Tethering: { Policy: TetherPolicy.Capped, CapGb: { } gb, Per: { } per } } =>
                words.Say("hotspot.capped-" + per.Wire(), ("gb", gb)),
            _ => words["hotspot." + plan.Tethering.Policy.Wire()],
        };
        return plan.Tethering.Basis is { } basis && basis != "product"
            ? words.Say("hotspot.basis", ("said", said), ("basis", words["basis." + basis]))
            : said;
    }

    private string RouterOf(Router router) => List(
    [
        router.Devices is { } devices ? words.Say("router.devices", ("count", devices)) : words["router.devices-unknown"],
        router.BatteryHours is { } hours ? words.Say("router.battery", ("hours", hours)) : words["router.battery-unknown"],
    ]);

    private string CountriesOf() => plan.Countries is { } countries
        ? plan.MoreCountries ? words.Say("countries.more", ("countries", Places(countries))) : Places(countries)
        : words["countries.unknown"];

    private string Places(IReadOnlyCollection<string> places)
    {
        if (places.Contains(Seller.Worldwide))
        {
            return words["places.worldwide"];
        }

        var named = List(places.Take(MostCountries).Select(words.Country));
        return places.Count > MostCountries ? words.Say("countries.more", ("countries", named)) : named;
    }

    private string ClockOf() =>
        plan.Validity is { Clock: ValidityClock.CalendarDay, UtcOffset: { } offset } && offset != JapanTime.UtcOffsetHours
        ? words.Say("clock.other-zone", ("offset", offset.ToString("+0.##;-0.##", System.Globalization.CultureInfo.InvariantCulture)))
        : words["clock." + plan.Validity.Clock.Wire()];

    private string TopUpOf() => plan.TopUp switch
    {
        { Offered: true, Gb: { } gb, Price: { } price } => words.Say("top-up.price", ("gb", gb), ("amount", quotes.Convert(price))),
        { Offered: true } => words["top-up.yes"],
        { Offered: false } => words["top-up.no"],
        _ => words["fact.unknown"],
    };

    private string YesNo(bool? fact) => words[fact switch { true => "fact.yes", false => "fact.no", _ => "fact.unknown" }];

    private string List(IEnumerable<string> items) => string.Join(words["form.list-separator"], items);
}
