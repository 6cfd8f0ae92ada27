using JapanEsimAdvisor.Core.Units;

namespace JapanEsimAdvisor.Web.Api;

/// <summary>The advice for a trip.</summary>
/// <param name="Recommended">Name of the strategy to follow; null where nobody can be served.</param>
/// <param name="Strategies">per-person, shared-hotspot, pocket-wifi, mix: always all four, in this order.</param>
/// <param name="Frontier">Null unless asked for by include.</param>
/// <param name="FlipPoints">Not reckoned yet: null.</param>
public sealed record RecommendationResponse(
    string? Recommended,
    IReadOnlyList<StrategyAnswer> Strategies,
    DoingNothingAnswer DoingNothing,
    IReadOnlyList<TaskAnswer> Checklist,
    IReadOnlyList<CodedText> Assumptions,
    IReadOnlyList<FrontierPoint>? Frontier,
    IReadOnlyList<CodedText>? FlipPoints,
    CatalogStamp Catalog);

/// <param name="OverLimit">People whose wish is not met.</param>
/// <param name="ChanceOfRunningOut">That somebody runs out, 0 to 1; null where no allowance is per plan or month.</param>
/// <param name="LimitedDays">Expected limited days where most; null where no plan limits days.</param>
/// <param name="FullSpeedShare">0 to 1.</param>
/// <param name="Split">Null unless asked for by include as fair-split.</param>
/// <param name="Backup">Null unless asked for by include.</param>
public sealed record StrategyAnswer(
    string Strategy,
    bool Feasible,
    string? BasketId,
    int? OverLimit,
    CostAnswer? Cost,
    IReadOnlyList<PurchaseAnswer> Purchases,
    IReadOnlyList<ConnectionAnswer> Connections,
    double? ChanceOfRunningOut,
    double? LimitedDays,
    double? FullSpeedShare,
    IReadOnlyList<TravelerAnswer> Travelers,
    IReadOnlyList<CodedText> Warnings,
    IReadOnlyList<CodedText> Reasons,
    SplitAnswer? Split,
    BackupAnswer? Backup);

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
public sealed record PurchaseAnswer(
    string PlanId,
    string Provider,
    string Name,
    string Medium,
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
    string? Source);

/// <param name="Via">own, hotspot, router, none.</param>
/// <param name="Host">Traveler id of who carries the connection; null for an own line.</param>
public sealed record ConnectionAnswer(string Traveler, string Via, string? Host, int Count);

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

/// <param name="When">before-departure, on-arrival, during, before-leaving.</param>
public sealed record TaskAnswer(string When, DateOnly? Due, string? Traveler, string Code, string Text);

/// <summary>A basket of which no other is both cheaper and shorter of data.</summary>
public sealed record FrontierPoint(
    string BasketId,
    Money Price,
    Money ExpectedTotal,
    double FullSpeedShare,
    double? ChanceOfRunningOut,
    bool Advised,
    IReadOnlyList<PurchaseAnswer> Purchases);
