using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.UsageChecks;

/// <summary>How the lines of a party will last.</summary>
/// <param name="AsOf">The day of the checks; its own use still lies ahead.</param>
/// <param name="Checks">In the order of the request's lines.</param>
public sealed record UsageCheckResponse(DateOnly AsOf, IReadOnlyList<UsageCheckAnswer> Checks, CatalogStamp Catalog);

/// <summary>One line. Paces are GB a calendar day in Japan.</summary>
/// <param name="Buyer">Traveler id.</param>
/// <param name="DaysUsed">Whole days of use before the day of the check.</param>
/// <param name="DaysLeft">Days to the end of the trip, the day of the check included.</param>
/// <param name="LastDay">Last day the line works, where that lies before the end of the trip; else null.</param>
/// <param name="GbLeft">Full-speed data of the days left; null for daily kinds and where nothing is capped.</param>
/// <param name="ExpectedGbPerDay">With what was seen counted in.</param>
/// <param name="ExpectedGbLeft">Expected use of the days left.</param>
/// <param name="ChanceOfRunningOut">From here, 0 to 1; null where the allowance is not per plan or month.</param>
/// <param name="LimitedDays">Expected from here; null where the plan does not limit days.</param>
/// <param name="FullSpeedShare">Of the use of the days left, 0 to 1.</param>
/// <param name="SafePaceGbPerDay">The largest pace that meets the wish; null where nothing is capped.</param>
/// <param name="LastingPaceGbPerDay">The pace that just lasts, were all days alike; null where nothing is capped.</param>
/// <param name="Cure">The cheapest thing to buy; null where none is needed or known.</param>
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

/// <param name="Quantity">Times it is bought.</param>
/// <param name="Gb">In all.</param>
/// <param name="Price">In all, unavoidable fees included, in the asked currency.</param>
/// <param name="ListedPrice">In all, fees left out, in the seller's currency.</param>
/// <param name="ChanceAfter">Chance of running out with it; null for daily kinds.</param>
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
