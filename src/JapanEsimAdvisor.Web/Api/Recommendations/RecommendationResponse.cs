using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Questions.Certainty;
using JapanEsimAdvisor.Core.Questions.FairSplits;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>The advice for a trip.</summary>
public sealed class RecommendationResponse(AdviceView view, FlipView? flips)
{
    public static RecommendationResponse Of(AdviceView view) =>
        new(view, view.Includes("flip-points") ? new FlipView(view, Core.Questions.Flips.FlipPoints.Of(view.Advice)) : null);

    /// <summary>Name of the strategy to follow; null where nobody can be served.</summary>
    public string? Recommended { get; } = view.Advice.Recommended;

    /// <summary>per-person, shared-hotspot, pocket-wifi, mix: always all four, in this order.</summary>
    public IReadOnlyList<StrategyAnswer> Strategies { get; } = [.. view.Advice.Answers.Select(answer => new StrategyAnswer(view, answer))];

    /// <summary>
    /// The basket asked for by preferences.basket; null where none was. Its strategy is the one it equals, else frontier or why-not.
    /// </summary>
    public StrategyAnswer? Chosen { get; } = view.Choice.Chosen is { } chosen ? new(view, chosen) : null;

    public DoingNothingAnswer DoingNothing { get; } =
        new([.. view.Advice.DoingNothing.Select(row => new DoingNothingRow(view, row))]);

    /// <summary>For the chosen basket, else for the recommended one.</summary>
    public IReadOnlyList<TaskAnswer> Checklist { get; } = view.Shown?.Basket is { } basket
        ? [
            .. Answers.Checklist.Of(view.Advice, basket).Select(task => new TaskAnswer(
                task.When, task.Due, task.Traveler, task.Notice.Code, view.Say("task", task.Notice))),
        ]
        : [];

    public IReadOnlyList<CodedText> Assumptions { get; } =
        [.. view.Advice.Assumptions.Select(notice => CodedText.Of(view, "assumption", notice))];

    /// <summary>Null unless asked for by include.</summary>
    public IReadOnlyList<FrontierPoint>? Frontier { get; } =
        view.Includes("frontier") ? [.. view.Choice.Frontier.Select(point => new FrontierPoint(view, point, view.CostOf(point.Answer)))] : null;

    /// <summary>Null unless asked for by include; empty where skipped.</summary>
    public IReadOnlyList<FlipPointAnswer>? FlipPoints { get; } =
        flips is null ? null : [.. flips.Flips.Points.Select(point => new FlipPointAnswer(flips, point))];

    /// <summary>With the flip points; null unless these are asked for.</summary>
    public IReadOnlyList<SharingBreakEvenAnswer>? SharingBreakEven { get; } =
        flips is null ? null : [.. flips.Flips.Sharing.Select(sharing => new SharingBreakEvenAnswer(flips, sharing))];

    /// <summary>Why there are no flip points, though asked for; else null.</summary>
    public CodedText? FlipPointsSkipped { get; } =
        flips?.Flips.IsSkipped == true ? new("too-various", view.Words["flip.too-various"], []) : null;

    /// <summary>Null unless asked for by include.</summary>
    public WhyNotAnswer? WhyNot { get; } = view.Includes("why-not") ? new(view, new WhyNotView(view)) : null;

    public CatalogStamp Catalog { get; } = CatalogStamp.Of(
        view.Catalog, view.Shown?.Basket is { } shown ? view.PurchasesOf(shown).Select(purchase => purchase.Plan) : []);
}

public sealed class StrategyAnswer(AdviceView view, Answer answer)
{
    public string Strategy { get; } = answer.Strategy;
    public bool Feasible { get; } = answer.IsFeasible;
    public string? BasketId { get; } = answer.Basket?.Id;

    /// <summary>People whose wish is not met.</summary>
    public int? OverLimit { get; } = answer.Basket?.Unmet;

    public CostAnswer? Cost { get; } = answer.IsFeasible ? new(view, view.CostOf(answer)) : null;

    /// <summary>Null unless asked for by include.</summary>
    public PercentilesAnswer? Percentiles { get; } =
        answer.IsFeasible && view.Includes("percentiles") ? PercentilesAnswer.Of(view.RangeOf(answer)) : null;

    public IReadOnlyList<PurchaseAnswer> Purchases { get; } = answer.Basket is { } bought ? PurchaseAnswer.Of(view, bought) : [];
    public IReadOnlyList<ConnectionAnswer> Connections { get; } = answer.Basket is { } connected ? ConnectionAnswer.Of(connected) : [];

    /// <summary>That somebody runs out, 0 to 1; null where no allowance is per plan or month.</summary>
    public double? ChanceOfRunningOut { get; } = answer.Risk?.ChanceOfRunningOut;

    /// <summary>Expected limited days where most; null where no plan limits days.</summary>
    public double? LimitedDays { get; } = answer.Risk?.LimitedDays;

    /// <summary>0 to 1.</summary>
    public double? FullSpeedShare { get; } = answer.Risk?.FullSpeedShare;

    public IReadOnlyList<TravelerAnswer> Travelers { get; } = answer.Basket is { } placed ? TravelerAnswer.Of(view, placed) : [];
    public IReadOnlyList<CodedText> Warnings { get; } =
        [.. answer.Warnings.Select(notice => CodedText.Of(view, "warning", notice))];

    public IReadOnlyList<CodedText> Reasons { get; } =
        [.. answer.Reasons.Select(notice => CodedText.Of(view, "reason", notice))];

    /// <summary>Null unless asked for by include as fair-split.</summary>
    public SplitAnswer? Split { get; } =
        answer.Basket is { } split && view.Includes("fair-split") ? new(view, view.SplitOf(split)) : null;

    /// <summary>Null unless asked for by include.</summary>
    public BackupAnswer? Backup { get; } =
        answer.Basket is { } failing && view.Includes("backup") ? new(view, view.BackupOf(failing)) : null;

    /// <summary>The answer in one sentence; null where it is not feasible.</summary>
    public string? Headline { get; } = answer.IsFeasible ? Answers.Headline.Of(view, answer) : null;

    /// <summary>How sure it is in words; null where it is not feasible.</summary>
    public RiskInWords? Risk { get; } =
        answer.IsFeasible ? RiskInWords.Of(view.Text, AdviceView.RiskOf(answer)) : null;
}

/// <param name="Label">What <c>text</c> speaks of: running out, days with slow data, or the share at full speed.</param>
/// <param name="Text">Such as "about 1 trip in 30".</param>
public sealed record RiskInWords(string Label, string Text)
{
    public static RiskInWords Of(AnswerText text, AnswerRisk risk) => new(text.RiskLabel(risk), text.Risk(risk));
}

/// <summary>Totals are sums of the rows, each rounded once.</summary>
public sealed class CostAnswer(AdviceView view, CostSheet sheet)
{
    public Money Price { get; } = sheet.Price;
    public Money ExpectedTopUps { get; } = sheet.ExpectedTopUps;
    public Money Inconvenience { get; } = sheet.Inconvenience;
    public Money ExpectedTotal { get; } = sheet.ExpectedTotal;
    public Money PerPerson { get; } = sheet.PerPerson;

    /// <summary>Of the price.</summary>
    public Money PerPersonPerDay { get; } = sheet.PerPersonPerDay;

    public IReadOnlyList<CostRowAnswer> Rows { get; } =
        [.. sheet.Rows.Select(row => new CostRowAnswer(row.Code, view.CostText(row), row.Amount))];
}

/// <summary>What is really paid, price and top-ups or use, effort left out: of ten trips one, five and nine pay no more.</summary>
public sealed record PercentilesAnswer(Money P10, Money P50, Money P90)
{
    public static PercentilesAnswer Of((Money P10, Money P50, Money P90) range) => new(range.P10, range.P50, range.P90);
}

public sealed record CostRowAnswer(string Code, string Text, Money Amount)
{
    /// <summary>Rows in which an answer costs more than the advice; empty where there is nothing to compare.</summary>
    public static IReadOnlyList<CostRowAnswer> Of(WhyNotView whyNot, Answer? answer) =>
        whyNot.Rows(answer) is { } rows ? [.. rows.Select(row => new CostRowAnswer(row.Code, whyNot.CostName(row), row.Amount))] : [];
}

public sealed class PurchaseAnswer(AdviceView view, Purchase purchase)
{
    public static IReadOnlyList<PurchaseAnswer> Of(AdviceView view, Basket basket) =>
        [.. view.PurchasesOf(basket).Select(purchase => new PurchaseAnswer(view, purchase))];

    public string PlanId { get; } = purchase.Plan.Id;
    public string Provider { get; } = purchase.Plan.SellerId;
    public string Name { get; } = purchase.Plan.Name;
    public Medium Medium { get; } = purchase.Plan.Medium;

    /// <summary>Times one buyer orders it.</summary>
    public int Quantity { get; } = purchase.Item.Orders;

    /// <summary>Buyers alike.</summary>
    public int Count { get; } = purchase.Placed.Times;

    /// <summary>Traveler id.</summary>
    public string Buyer { get; } = purchase.Placed.Host;

    /// <summary>Days of use one buyer pays for.</summary>
    public int Days { get; } = purchase.Item.Days;

    /// <summary>For all buyers, unavoidable fees included, in the asked currency.</summary>
    public Money Price { get; } = purchase.Price;

    /// <summary>
    /// The seller's own price for all buyers, fees left out; the middle of a range where only that is known.
    /// </summary>
    public Money ListedPrice { get; } = purchase.ListedPrice;

    public MoneyRange? PriceRange { get; } = purchase.IsConfirmed ? null : new(
        purchase.Item.ListedLow.Amount * purchase.Placed.Times,
        purchase.Item.ListedHigh.Amount * purchase.Placed.Times,
        purchase.Item.Listed.Currency);

    /// <summary>False where only a range of prices is known.</summary>
    public bool Confirmed { get; } = purchase.IsConfirmed;

    public string? BuyUrl { get; } = view.Catalog.SellerOf(purchase.Plan).Website;
    public string? SellerUrl { get; } = view.Catalog.SellerOf(purchase.Plan).Website;
    public DateOnly? BuyBefore { get; } = purchase.BuyBefore;

    /// <summary>Date of the source.</summary>
    public string? PriceChecked { get; } = purchase.Plan.Source.Checked;

    /// <summary>Page that states the price; null where its address is not known.</summary>
    public string? Source { get; } = purchase.Plan.Source.Url ?? purchase.Plan.Source.CollectedFrom;

    /// <summary>Name of the seller.</summary>
    public string ProviderName { get; } = view.Catalog.SellerOf(purchase.Plan).Name;

    /// <summary>
    /// What the buyers are called in the answer's language: their name, else their place in the party.
    /// </summary>
    public string BuyerName { get; } = Words.Sentence(view.NameOf(purchase.Placed.Host, purchase.Placed.Times));
}

/// <param name="Host">Traveler id of who carries the connection; null for an own line.</param>
public sealed record ConnectionAnswer(string Traveler, ConnectionVia Via, string? Host, int Count)
{
    public static IReadOnlyList<ConnectionAnswer> Of(Basket basket) => [.. basket.Pods.SelectMany(placed =>
        Of(placed.Pod.Kind, placed.Host, placed.Times, placed.Clients.Select(client => (client.Traveler, client.Count))))];

    /// <summary>Of everybody in pods alike, who carries the connection first.</summary>
    /// <param name="times">How many pods are alike.</param>
    /// <param name="clients">Of one pod.</param>
    public static IEnumerable<ConnectionAnswer> Of(PodKind kind, string host, int times, IEnumerable<(string Traveler, int Count)> clients)
    {
        yield return kind switch
        {
            PodKind.NoLine => new ConnectionAnswer(host, ConnectionVia.None, null, times),
            PodKind.Router => new ConnectionAnswer(host, ConnectionVia.Router, host, times),
            _ => new ConnectionAnswer(host, ConnectionVia.Own, null, times),
        };
        foreach (var (traveler, count) in clients)
        {
            var via = kind == PodKind.Router ? ConnectionVia.Router : ConnectionVia.Hotspot;
            yield return new ConnectionAnswer(traveler, via, host, count * times);
        }
    }
}

/// <summary>How somebody is connected: by a line of their own, through a phone or router (its carrier too), or not at all.</summary>
public enum ConnectionVia
{
    Own,
    Hotspot,
    Router,
    None,
}

public sealed class TravelerAnswer(AdviceView view, TravelerPart part, string id, Pod worst, FairShares shares)
{
    public static IReadOnlyList<TravelerAnswer> Of(AdviceView view, Basket basket)
    {
        var shares = view.Includes("fair-split") ? view.SplitOf(basket).Shares : FairShares.Plain(basket, view.Advice, view.Currency);
        return
        [
            .. from part in TripMapping.Parts(view.Request).Zip(view.Advice.Trip.Travelers, (part, traveler) => (Part: part, traveler.Id))
               let pods = basket.Pods.Where(placed => placed.People.Contains(part.Id)).Select(placed => placed.Pod)
               let worst = pods.MaxBy(pod => pod.Risk.ChanceOfRunningOut ?? pod.Risk.LimitedDays ?? 0)!
               select new TravelerAnswer(view, part.Part, part.Id, worst, shares),
        ];
    }

    public string Traveler { get; } = id;
    public string? Name { get; } = part.Name;
    public int Count { get; } = part.Count ?? 1;
    public double GbPerDay { get; } = view.Advice.TypeOf(id).Demand.GbPerDay;
    public double? ChanceOfRunningOut { get; } = worst.Risk.ChanceOfRunningOut;
    public double? LimitedDays { get; } = worst.Risk.LimitedDays;
    public double FullSpeedShare { get; } =
        GroupRisk.ShareOf(worst.Risk.ShortfallGb, worst.Demand.GbPerDay * view.Advice.Trip.Stay.DemandDays);

    /// <summary>
    /// What all people of the traveler pay together, by the plain rule; as under split where that is asked for.
    /// </summary>
    public Money FairShare { get; } = shares.Of(id);
}

public sealed record DoingNothingAnswer(IReadOnlyList<DoingNothingRow> Rows);

public sealed class DoingNothingRow(AdviceView view, HomeRoaming row)
{
    public string Traveler { get; } = row.Traveler;

    /// <summary>Operator id; null where not said.</summary>
    public string? Operator { get; } = row.Operator;

    public string? PlanId { get; } = row.PlanId;

    /// <summary>What the trip adds to the bill; null where unknown.</summary>
    public Money? ExtraCost { get; } = row.Yen is { } yen ? view.Catalog.Rates.FromYen(yen, view.Currency) : null;

    public string Code { get; } = row.Reason.Code;
    public string Text { get; } = view.Say("reason", row.Reason);
}

public sealed record TaskAnswer(string When, DateOnly? Due, string? Traveler, string Code, string Text);

/// <summary>A basket of which no other is both cheaper and shorter of data, or the advice beside them: a complete purchase plan.</summary>
public sealed class FrontierPoint(AdviceView view, CertaintyPoint point, CostSheet sheet)
{
    public string BasketId { get; } = point.Basket.Id;

    /// <summary>The strategy whose basket it is, else <c>frontier</c>.</summary>
    public string Strategy { get; } = point.Answer.Strategy;

    public Money Price { get; } = sheet.Price;
    public Money ExpectedTotal { get; } = sheet.ExpectedTotal;
    public double FullSpeedShare { get; } = point.Answer.Risk!.FullSpeedShare;
    public double? ChanceOfRunningOut { get; } = point.Answer.Risk!.ChanceOfRunningOut;
    public double? LimitedDays { get; } = point.Answer.Risk!.LimitedDays;
    public int OverLimit { get; } = point.Basket.Unmet;

    /// <summary>True on our advice.</summary>
    public bool Advised { get; } = point.IsAdvised;

    /// <summary>False on the advice where bother moved it off the line.</summary>
    public bool OnFrontier { get; } = point.IsOnFrontier;

    /// <summary>
    /// Why it lies off the line: the cost row in which the basket next to it on the line costs most more, or over-limit; null on the line.
    /// </summary>
    public CodedText? Reason { get; } =
        point.Beside is { } beside ? CodedText.Of(view, "reason", beside.Notice) with { Code = beside.Code } : null;

    public CostAnswer Cost { get; } = new(view, sheet);
    public IReadOnlyList<PurchaseAnswer> Purchases { get; } = PurchaseAnswer.Of(view, point.Basket);
    public IReadOnlyList<ConnectionAnswer> Connections { get; } = ConnectionAnswer.Of(point.Basket);
    public IReadOnlyList<TravelerAnswer> Travelers { get; } = TravelerAnswer.Of(view, point.Basket);
    public IReadOnlyList<CodedText> Warnings { get; } =
        [.. point.Answer.Warnings.Select(notice => CodedText.Of(view, "warning", notice))];
}
