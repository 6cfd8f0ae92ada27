using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>The advice for a trip.</summary>
/// <param name="Recommended">Name of the strategy to follow; null where nobody can be served.</param>
/// <param name="Strategies">per-person, shared-hotspot, pocket-wifi, mix: always all four, in this order.</param>
/// <param name="Chosen">The basket asked for by preferences.basket; null where none was. Its strategy is the one it equals, else frontier or why-not.</param>
/// <param name="Checklist">For the chosen basket, else for the recommended one.</param>
/// <param name="Frontier">Null unless asked for by include.</param>
/// <param name="FlipPoints">Null unless asked for by include; empty where skipped.</param>
/// <param name="SharingBreakEven">With the flip points; null unless these are asked for.</param>
/// <param name="FlipPointsSkipped">Why there are no flip points, though asked for; else null.</param>
/// <param name="WhyNot">Null unless asked for by include.</param>
public sealed record RecommendationResponse(
    string? Recommended,
    IReadOnlyList<StrategyAnswer> Strategies,
    StrategyAnswer? Chosen,
    DoingNothingAnswer DoingNothing,
    IReadOnlyList<TaskAnswer> Checklist,
    IReadOnlyList<CodedText> Assumptions,
    IReadOnlyList<FrontierPoint>? Frontier,
    IReadOnlyList<FlipPointAnswer>? FlipPoints,
    IReadOnlyList<SharingBreakEvenAnswer>? SharingBreakEven,
    CodedText? FlipPointsSkipped,
    WhyNotAnswer? WhyNot,
    CatalogStamp Catalog);

/// <param name="OverLimit">People whose wish is not met.</param>
/// <param name="Percentiles">Null unless asked for by include.</param>
/// <param name="ChanceOfRunningOut">That somebody runs out, 0 to 1; null where no allowance is per plan or month.</param>
/// <param name="LimitedDays">Expected limited days where most; null where no plan limits days.</param>
/// <param name="FullSpeedShare">0 to 1.</param>
/// <param name="Split">Null unless asked for by include as fair-split.</param>
/// <param name="Backup">Null unless asked for by include.</param>
/// <param name="Headline">The answer in one sentence; null where it is not feasible.</param>
/// <param name="Risk">How sure it is in words; null where it is not feasible.</param>
public sealed record StrategyAnswer(
    string Strategy,
    bool Feasible,
    string? BasketId,
    int? OverLimit,
    CostAnswer? Cost,
    PercentilesAnswer? Percentiles,
    IReadOnlyList<PurchaseAnswer> Purchases,
    IReadOnlyList<ConnectionAnswer> Connections,
    double? ChanceOfRunningOut,
    double? LimitedDays,
    double? FullSpeedShare,
    IReadOnlyList<TravelerAnswer> Travelers,
    IReadOnlyList<CodedText> Warnings,
    IReadOnlyList<CodedText> Reasons,
    SplitAnswer? Split,
    BackupAnswer? Backup,
    string? Headline,
    RiskInWords? Risk);

/// <param name="Label">What <c>text</c> speaks of: running out, days with slow data, or the share at full speed.</param>
/// <param name="Text">Such as "about 1 trip in 30".</param>
public sealed record RiskInWords(string Label, string Text);

/// <summary>Totals are sums of the rows, each rounded once.</summary>
/// <param name="PerPersonPerDay">Of the price.</param>
public sealed record CostAnswer(
    Money Price,
    Money ExpectedTopUps,
    Money Inconvenience,
    Money ExpectedTotal,
    Money PerPerson,
    Money PerPersonPerDay,
    IReadOnlyList<CostRowAnswer> Rows);

/// <summary>What is really paid, price and top-ups or use, effort left out: of ten trips one, five and nine pay no more.</summary>
public sealed record PercentilesAnswer(Money P10, Money P50, Money P90);

public sealed record CostRowAnswer(string Code, string Text, Money Amount);

/// <param name="Quantity">Times one buyer orders it.</param>
/// <param name="Count">Buyers alike.</param>
/// <param name="Buyer">Traveler id.</param>
/// <param name="Days">Days of use one buyer pays for.</param>
/// <param name="Price">For all buyers, unavoidable fees included, in the asked currency.</param>
/// <param name="ListedPrice">The seller's own price for all buyers, fees left out; the middle of a range where only that is known.</param>
/// <param name="Confirmed">False where only a range of prices is known.</param>
/// <param name="PriceChecked">Date of the source.</param>
/// <param name="Source">Page that states the price; null where its address is not known.</param>
/// <param name="ProviderName">Name of the seller.</param>
/// <param name="BuyerName">What the buyers are called in the answer's language: their name, else their place in the party.</param>
public sealed record PurchaseAnswer(
    string PlanId,
    string Provider,
    string Name,
    Medium Medium,
    int Quantity,
    int Count,
    string Buyer,
    int Days,
    Money Price,
    Money ListedPrice,
    MoneyRange? PriceRange,
    bool Confirmed,
    string? BuyUrl,
    string? SellerUrl,
    DateOnly? BuyBefore,
    string? PriceChecked,
    string? Source,
    string ProviderName,
    string BuyerName);

/// <param name="Host">Traveler id of who carries the connection; null for an own line.</param>
public sealed record ConnectionAnswer(string Traveler, ConnectionVia Via, string? Host, int Count)
{
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
            yield return new ConnectionAnswer(traveler, kind == PodKind.Router ? ConnectionVia.Router : ConnectionVia.Hotspot, host, count * times);
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

/// <param name="FairShare">What all people of the traveler pay together, by the plain rule; as under split where that is asked for.</param>
public sealed record TravelerAnswer(
    string Traveler,
    string? Name,
    int Count,
    double GbPerDay,
    double? ChanceOfRunningOut,
    double? LimitedDays,
    double FullSpeedShare,
    Money FairShare);

public sealed record DoingNothingAnswer(IReadOnlyList<DoingNothingRow> Rows);

/// <param name="Operator">Operator id; null where not said.</param>
/// <param name="ExtraCost">What the trip adds to the bill; null where unknown.</param>
public sealed record DoingNothingRow(string Traveler, string? Operator, string? PlanId, Money? ExtraCost, string Code, string Text);

public sealed record TaskAnswer(string When, DateOnly? Due, string? Traveler, string Code, string Text);

/// <summary>A basket of which no other is both cheaper and shorter of data, or the advice beside them: a complete purchase plan.</summary>
/// <param name="Strategy">The strategy whose basket it is, else <c>frontier</c>.</param>
/// <param name="Advised">True on our advice.</param>
/// <param name="OnFrontier">False on the advice where bother moved it off the line.</param>
/// <param name="Reason">Why it lies off the line: the cost row in which the basket next to it on the line costs most more, or over-limit; null on the line.</param>
public sealed record FrontierPoint(
    string BasketId,
    string Strategy,
    Money Price,
    Money ExpectedTotal,
    double FullSpeedShare,
    double? ChanceOfRunningOut,
    double? LimitedDays,
    int OverLimit,
    bool Advised,
    bool OnFrontier,
    CodedText? Reason,
    CostAnswer Cost,
    IReadOnlyList<PurchaseAnswer> Purchases,
    IReadOnlyList<ConnectionAnswer> Connections,
    IReadOnlyList<TravelerAnswer> Travelers,
    IReadOnlyList<CodedText> Warnings);
