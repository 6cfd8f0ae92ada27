using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Questions.Backups;
using JapanEsimAdvisor.Core.Questions.CostRanges;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Answers;

/// <summary>A recommendation in one language and currency: what page and API both say.</summary>
public sealed class AdviceView(Recommendation advice, TripRequest request, Words words)
{
    private readonly Dictionary<string, FairSplit> _splits = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Backup> _backups = new(StringComparer.Ordinal);

    private OwnPrices? _ownPrices;

    private TravelerNames? _names;

    private AnswerText? _text;

    public Recommendation Advice { get; } = advice;

    public TripRequest Request { get; } = request;

    public Words Words { get; } = words;

    public Choice Choice { get; } = new(advice, request);

    /// <summary>The answer to act on: the basket asked for, else the advice; null where nobody can be served.</summary>
    public Answer? Shown => Choice.Shown;

    public CatalogSnapshot Catalog => Advice.Catalog;

    public string Currency => Request.Preferences?.Currency ?? ExchangeRates.Yen;

    public int Days => Advice.Trip.Stay.CalendarDays;

    public CostSheet CostOf(Answer answer) => CostSheet.Of(answer.Basket!, Advice.Trip.People, Days, Currency, Catalog.Rates);

    /// <summary>What is really paid at the 10th, 50th and 90th percentile: the price as shown, and what use adds to it or saves.</summary>
    public (Money P10, Money P50, Money P90) RangeOf(Answer answer)
    {
        var (basket, price) = (answer.Basket!, CostOf(answer).Price);
        var range = CostRange.Of(basket, Advice.Hosts, Catalog.Usage.Spread);
        return (Paid(range.P10), Paid(range.P50), Paid(range.P90));

        Money Paid(double yen) => price with { Amount = price.Amount + InCurrency(yen - basket.Price).Amount };
    }

    /// <summary>True where the request asks for this part beyond the usual answer.</summary>
    public bool Includes(string part) => Request.Include?.Contains(part, StringComparer.Ordinal) == true;

    /// <summary>Who pays what of a basket, tested against what every group would pay by itself.</summary>
    public FairSplit SplitOf(Basket basket) => _splits.TryGetValue(basket.Id, out var known)
        ? known
        : _splits[basket.Id] = FairSplit.Of(basket, Advice, Currency, _ownPrices ??= new OwnPrices(Advice));

    /// <summary>What single failures do to a basket.</summary>
    public Backup BackupOf(Basket basket) => _backups.TryGetValue(basket.Id, out var known) ? known : _backups[basket.Id] = Backup.Of(basket, Advice);

    public Money InCurrency(double yen) => Catalog.Rates.FromYen((decimal)yen, Currency);

    public string Say(string family, Notice notice) => Words.Say(family, notice, Currency, Catalog.Rates, NameOfHost);

    public TravelerNames Names => _names ??= new TravelerNames(Request, Catalog, Words);

    public AnswerText Text => _text ??= new AnswerText(Words, Names);

    /// <summary>Of people alike nobody can say which one hosts.</summary>
    public string NameOfHost(string travelerId) => Names.OfHost(travelerId);

    /// <summary>What a traveler is called: their name, else their place in the party.</summary>
    public string NameOf(string travelerId) => Names.Of(travelerId);

    /// <summary>What so many of the people alike of a traveler are called.</summary>
    /// <param name="people">At most the traveler's count.</param>
    public string NameOf(string travelerId, int people) => Names.Of(travelerId, people);

    public string CostText(CostRow row) => row.PlanId is { } plan
        ? Words.Say("cost.price-of", ("plan", NameOfPlan(plan)), ("traveler", NameOf(row.Buyer!, row.Buyers)))
        : Words["cost." + row.Code];

    public string NameOfPlan(string planId) => PlanById(planId) is { } plan ? Catalog.NameOf(plan) : planId;

    /// <summary>Everything one buyer orders: "2 × 5 GB", or two packs of one seller.</summary>
    public string NameOfBundle(Bundle bundle) => Text.Orders(bundle.Items.Select(item => (NameOfPlan(item.Plan.Id), item.Orders)));

    public Connection ConnectionOf(PlacedPod placed) => new(
        placed.Pod.Kind,
        placed.Host,
        placed.Times,
        [.. placed.Clients.Select(client => new TravelerCount(client.Traveler, client.Count))],
        placed.Pod.Bundle is { } bundle ? NameOfBundle(bundle) : string.Empty,
        placed.Pod.Bundle is { } line ? Words["medium." + line.Plan.Medium.Wire()] : string.Empty);

    public static AnswerRisk RiskOf(Answer answer) => new(
        answer.Basket!.Pods.Where(placed => placed.Pod.Bundle is not null).Sum(placed => placed.Times),
        answer.Basket.Pods.Max(placed => placed.Pod.Risk.ChanceOfRunningOut),
        answer.Risk!.LimitedDays,
        answer.Risk.FullSpeedShare);

    public Plan? PlanById(string planId) => Catalog.Plans.FirstOrDefault(plan => plan.Id == planId);

    public ImmutableArray<Purchase> PurchasesOf(Basket basket) =>
    [
        .. from placed in basket.Pods
           where placed.Pod.Bundle is not null
           from item in placed.Pod.Bundle!.Items
           select new Purchase(
               placed,
               item,
               Catalog.Rates.FromYen(CostSheet.YenOf(placed, item, Catalog.Rates), Currency),
               Checklist.BuyBefore(Advice, placed, item.Plan)),
    ];

    /// <summary>What a thing typically costs a day, in words with its date; null where no dated benchmark is known.</summary>
    /// <param name="topic">Topic of the benchmark.</param>
    public string? Typical(string topic) => Catalog.Typical(topic, Advice.Trip.HomeCountry, "JP") is { } found
        ? Words.Say("typical." + topic, ("low", InCurrency(found.Low, found.Currency)), ("high", InCurrency(found.High, found.Currency)), ("date", Words.PartialDate(found.Source.Checked)))
        : null;

    private Money InCurrency(decimal amount, string currency) => Catalog.Rates.FromYen(Catalog.Rates.ToYen(new Money(amount, currency)), Currency);

    /// <summary>Oldest and newest date among the prices of a set of plans.</summary>
    public static (string? Oldest, string? Newest) PricesChecked(IEnumerable<Plan> plans)
    {
        // A year alone may mean its first day: by their letters dates stand in the order of the earliest day each may mean.
        var dates = plans.Select(plan => plan.Source.Checked).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return (dates.FirstOrDefault(), dates.LastOrDefault());
    }
}

/// <summary>One thing to buy.</summary>
/// <param name="Price">For all buyers alike, unavoidable fees included, in the reader's currency.</param>
/// <param name="BuyBefore">Last day on which it can be bought.</param>
public sealed record Purchase(PlacedPod Placed, BundleItem Item, Money Price, DateOnly BuyBefore)
{
    public Plan Plan => Item.Plan;

    public Money ListedPrice => Item.Listed with { Amount = Item.Listed.Amount * Placed.Times };

    public bool IsConfirmed => Item.ListedLow == Item.ListedHigh && Item.Plan.PriceConfirmed;
}
