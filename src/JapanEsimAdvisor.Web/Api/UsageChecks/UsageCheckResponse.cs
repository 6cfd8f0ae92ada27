using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.UsageChecks;

/// <summary>How long the lines of a party will last.</summary>
/// <param name="AsOf">The day of the checks. The use of this day is still to come.</param>
/// <param name="Checks">In the order of the request's lines.</param>
public sealed record UsageCheckResponse(DateOnly AsOf, IReadOnlyList<UsageCheckAnswer> Checks, CatalogStamp Catalog);

/// <summary>One line. Paces are GB a calendar day in Japan.</summary>
/// <param name="Buyer">Traveler id.</param>
/// <param name="DaysUsed">Whole days of use before the day of the check.</param>
/// <param name="DaysLeft">Days until the end of the trip, the day of the check included.</param>
/// <param name="LastDay">Last day the line works if it ends before the trip; else null.</param>
/// <param name="GbLeft">Full-speed data for the days left; null for daily allowances and unlimited plans.</param>
/// <param name="ExpectedGbPerDay">Expected use, GB a day, updated with the use so far.</param>
/// <param name="ExpectedGbLeft">Expected use of the days left.</param>
/// <param name="ChanceOfRunningOut">
/// Chance until the end of the trip, 0 to 1; null if the allowance is not per plan or month.
/// </param>
/// <param name="LimitedDays">Expected number until the end of the trip; null if the plan does not limit days.</param>
/// <param name="FullSpeedShare">Share of the remaining use at full speed, 0 to 1.</param>
/// <param name="SafePaceGbPerDay">The largest pace that meets the accepted risk; null if nothing is capped.</param>
/// <param name="LastingPaceGbPerDay">The pace that just lasts if all days are alike; null if nothing is capped.</param>
/// <param name="Cure">The cheapest thing to buy; null if none is needed or known.</param>
public sealed record UsageCheckAnswer(
    string PlanId,
    string Provider,
    string Name,
    string Buyer,
    IReadOnlyList<UsageClient> Clients,
    int DaysUsed,
    int DaysLeft,
    DateOnly? LastDay,
    double GbUsed,
    double? GbLeft,
    double ExpectedGbPerDay,
    double ExpectedGbLeft,
    double? ChanceOfRunningOut,
    double? LimitedDays,
    double FullSpeedShare,
    double? SafePaceGbPerDay,
    double? LastingPaceGbPerDay,
    UsageStatus Status,
    string Text,
    CureAnswer? Cure,
    IReadOnlyList<UsageReason> Reasons);

public sealed record UsageClient(string Traveler, int Count);

public sealed record UsageReason(string Code, string Text);

/// <param name="Quantity">Number of purchases.</param>
/// <param name="Gb">Total gigabytes.</param>
/// <param name="Price">Total, unavoidable fees included, in the requested currency.</param>
/// <param name="ListedPrice">Total without fees, in the seller's currency.</param>
/// <param name="ChanceAfter">Chance of running out with it, 0 to 1; null for daily allowances.</param>
public sealed record CureAnswer(
    CureKind Kind,
    string PlanId,
    string Provider,
    string Name,
    int Quantity,
    double Gb,
    Money Price,
    Money ListedPrice,
    string? PriceChecked,
    string? Source,
    double? ChanceAfter,
    string Text);
