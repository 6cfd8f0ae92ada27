using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Api.Recommendations;
using JapanEsimAdvisor.Web.Api.UsageChecks;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Api.Trips;

/// <summary>A trip that was saved now.</summary>
/// <param name="Id">Opens it: part of its link.</param>
/// <param name="EditToken">Changes and deletes it; told this once.</param>
/// <param name="ExpiresAt">From then on it cannot be opened.</param>
public sealed record SavedTripCreated(string Id, string EditToken, DateTimeOffset ExpiresAt);

/// <summary>A saved trip: what was asked, the answer as it stood when it was saved, what was bought, and what has changed since.</summary>
/// <param name="Version">Counts changes, from 1; the ETag, for If-Match.</param>
/// <param name="Request">As asked, with dates.</param>
/// <param name="BasketId">Of the answer.</param>
/// <param name="Changes">Empty where the catalog is the one of the answer.</param>
/// <param name="Catalog">The catalog in service now.</param>
public sealed record SavedTripResponse(
    string Id,
    int Version,
    DateTimeOffset SavedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset ExpiresAt,
    TripRequest Request,
    string BasketId,
    SavedAnswerResponse Answer,
    IReadOnlyList<BoughtAnswer> Purchases,
    IReadOnlyList<ChangeAnswer> Changes,
    CatalogStamp Catalog);

/// <param name="AdvisedOn">The day in Japan on which it was reckoned.</param>
/// <param name="CatalogVersion">The catalog it was reckoned from.</param>
/// <param name="Strategy">per-person, shared-hotspot, pocket-wifi, mix, else frontier or why-not.</param>
/// <param name="OverLimit">People whose wish is not met.</param>
public sealed record SavedAnswerResponse(
    DateOnly AdvisedOn,
    string CatalogVersion,
    string Strategy,
    int OverLimit,
    SavedCostAnswer Cost,
    double? ChanceOfRunningOut,
    double? LimitedDays,
    double FullSpeedShare,
    IReadOnlyList<SavedPurchaseAnswer> Purchases,
    IReadOnlyList<ConnectionAnswer> Connections,
    IReadOnlyList<TaskAnswer> Checklist,
    IReadOnlyList<CodedText> Warnings);

/// <param name="PerPersonPerDay">Of the price.</param>
public sealed record SavedCostAnswer(Money Price, Money ExpectedTotal, Money PerPerson, Money PerPersonPerDay);

/// <param name="Quantity">Times one buyer orders it.</param>
/// <param name="Count">Buyers alike.</param>
/// <param name="Buyer">Traveler id.</param>
/// <param name="Days">Days of use one buyer pays for.</param>
/// <param name="Price">For all buyers, unavoidable fees included, in the currency asked for then.</param>
/// <param name="ListedPrice">The seller's own price for one buyer, fees left out.</param>
/// <param name="Bought">Whether purchases holds it.</param>
public sealed record SavedPurchaseAnswer(
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
    bool Confirmed,
    string? SellerUrl,
    DateOnly BuyBefore,
    string? PriceChecked,
    string? Source,
    bool Bought);

/// <summary>What was bought; stays though its plan changes or goes.</summary>
/// <param name="Provider">Seller id, when it was recorded.</param>
/// <param name="Name">Seller and plan by name, when it was recorded.</param>
/// <param name="Days">Days of one buyer's purchases together; null where not said.</param>
/// <param name="Started">First day on which its days count; null: the day of arrival.</param>
public sealed record BoughtAnswer(
    string PlanId,
    string Provider,
    string Name,
    int Quantity,
    int Count,
    string Buyer,
    int? Days,
    IReadOnlyList<UsageClient> Clients,
    DateOnly? Started,
    DateOnly? BoughtOn);

/// <param name="PlanId">Null where it concerns no plan.</param>
/// <param name="Before">For one buyer, in the seller's currency; null where the price did not change.</param>
public sealed record ChangeAnswer(string Code, string? PlanId, Money? Before, Money? After, string Text);
