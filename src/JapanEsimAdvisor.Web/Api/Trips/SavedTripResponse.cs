using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Api.Recommendations;
using JapanEsimAdvisor.Web.Api.UsageChecks;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Api.Trips;

/// <summary>A trip that was just saved.</summary>
/// <param name="Id">Opens the trip; part of its link.</param>
/// <param name="EditToken">Needed to change or delete the trip; shown only once.</param>
/// <param name="ExpiresAt">From then on the trip cannot be opened.</param>
public sealed record SavedTripCreated(string Id, string EditToken, DateTimeOffset ExpiresAt);

/// <summary>A saved trip: the request, the answer at the time of saving, the purchases, and later changes.</summary>
/// <param name="Version">Number of the version, from 1; also the ETag, for If-Match.</param>
/// <param name="Request">The request, with dates.</param>
/// <param name="BasketId">Id of the answer's basket.</param>
/// <param name="Changes">Empty if the catalog is still the one of the answer.</param>
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

/// <param name="AdvisedOn">The day in Japan of the calculation.</param>
/// <param name="CatalogVersion">The catalog of the calculation.</param>
/// <param name="Strategy">per-person, shared-hotspot, pocket-wifi, mix, else frontier or why-not.</param>
/// <param name="OverLimit">Number of people whose risk of running out is above the accepted one.</param>
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

/// <param name="PerPersonPerDay">Price per person per day.</param>
public sealed record SavedCostAnswer(Money Price, Money ExpectedTotal, Money PerPerson, Money PerPersonPerDay);

/// <param name="Quantity">How often one buyer orders it.</param>
/// <param name="Count">Number of equal buyers.</param>
/// <param name="Buyer">Traveler id.</param>
/// <param name="Days">Days of use one buyer pays for.</param>
/// <param name="Price">For all buyers, unavoidable fees included, in the requested currency.</param>
/// <param name="ListedPrice">The seller's own price for one buyer, without fees.</param>
/// <param name="Bought">Whether it is among the purchases.</param>
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

/// <summary>A purchase. It stays even if its plan changes or goes.</summary>
/// <param name="Provider">Seller id at the time of recording.</param>
/// <param name="Name">Names of seller and plan at the time of recording.</param>
/// <param name="Days">Total days of one buyer's purchases; null if not given.</param>
/// <param name="Started">First day that counts; null means the day of arrival.</param>
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

/// <param name="PlanId">Null if it concerns no plan.</param>
/// <param name="Before">Price for one buyer, in the seller's currency; null if the price did not change.</param>
public sealed record ChangeAnswer(string Code, string? PlanId, Money? Before, Money? After, string Text);
