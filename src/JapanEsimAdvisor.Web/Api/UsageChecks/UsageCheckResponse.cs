using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;

namespace JapanEsimAdvisor.Web.Api.UsageChecks;

/// <summary>How long the lines of a party will last.</summary>
public sealed class UsageCheckResponse(UsageView view)
{
    /// <summary>The day of the checks. The use of this day is still to come.</summary>
    public DateOnly AsOf { get; } = view.AsOf;

    /// <summary>In the order of the request's lines.</summary>
    public IReadOnlyList<UsageCheckAnswer> Checks { get; } = [.. view.Checks.Select(check => new UsageCheckAnswer(view, check))];

    public CatalogStamp Catalog { get; } = CatalogStamp.Of(
        view.Catalog, view.Checks.SelectMany(check => (Plan?[])[check.Line.Plan, check.Cure?.Plan]).OfType<Plan>());
}

/// <summary>One line. Paces are GB a calendar day in Japan.</summary>
public sealed class UsageCheckAnswer(UsageView view, UsageCheck check)
{
    public string PlanId { get; } = check.Line.Plan.Id;
    public string Provider { get; } = check.Line.Plan.SellerId;
    public string Name { get; } = check.Line.Plan.Name;

    /// <summary>Traveler id.</summary>
    public string Buyer { get; } = check.Line.Buyer;

    public IReadOnlyList<UsageClient> Clients { get; } =
        [.. check.Line.Clients.Select(client => new UsageClient(client.Traveler, client.Count))];

    /// <summary>Whole days of use before the day of the check.</summary>
    public int DaysUsed { get; } = check.DaysUsed;

    /// <summary>Days until the end of the trip, the day of the check included.</summary>
    public int DaysLeft { get; } = check.DaysLeft;

    /// <summary>Last day the line works if it ends before the trip; else null.</summary>
    public DateOnly? LastDay { get; } = check.Ends;

    public double GbUsed { get; } = check.Line.GbUsed;

    /// <summary>Full-speed data for the days left; null for daily allowances and unlimited plans.</summary>
    public double? GbLeft { get; } = check.GbLeft;

    /// <summary>Expected use, GB a day, updated with the use so far.</summary>
    public double ExpectedGbPerDay { get; } = check.ExpectedGbPerDay;

    /// <summary>Expected use of the days left.</summary>
    public double ExpectedGbLeft { get; } = check.ExpectedGbLeft;

    /// <summary>Chance until the end of the trip, 0 to 1; null if the allowance is not per plan or month.</summary>
    public double? ChanceOfRunningOut { get; } = check.ChanceOfRunningOut;

    /// <summary>Expected number until the end of the trip; null if the plan does not limit days.</summary>
    public double? LimitedDays { get; } = check.LimitedDays;

    /// <summary>Share of the remaining use at full speed, 0 to 1.</summary>
    public double FullSpeedShare { get; } = check.FullSpeedShare;

    /// <summary>The largest pace that meets the accepted risk; null if nothing is capped.</summary>
    public double? SafePaceGbPerDay { get; } = check.SafePaceGbPerDay;

    /// <summary>The pace that just lasts if all days are alike; null if nothing is capped.</summary>
    public double? LastingPaceGbPerDay { get; } = check.LastingPaceGbPerDay;

    public UsageStatus Status { get; } = check.Status;
    public string Text { get; } = view.Say(UsageNotices.Status(check));

    /// <summary>The cheapest thing to buy; null if none is needed or known.</summary>
    public CureAnswer? Cure { get; } = check.Cure is { } cure ? new(view, cure) : null;

    public IReadOnlyList<UsageReason> Reasons { get; } =
        [.. check.Reasons.Select(reason => new UsageReason(reason.Code, view.Say(reason)))];
}

public sealed record UsageClient(string Traveler, int Count);

public sealed record UsageReason(string Code, string Text);

public sealed class CureAnswer(UsageView view, Cure cure)
{
    public CureKind Kind { get; } = cure.Kind;
    public string PlanId { get; } = cure.Plan.Id;
    public string Provider { get; } = cure.Plan.SellerId;
    public string Name { get; } = cure.Plan.Name;

    /// <summary>Number of purchases.</summary>
    public int Quantity { get; } = cure.Quantity;

    /// <summary>Total gigabytes.</summary>
    public double Gb { get; } = cure.GbEach * cure.Quantity;

    /// <summary>Total, unavoidable fees included, in the requested currency.</summary>
    public Money Price { get; } = view.InCurrency(cure.Yen);

    /// <summary>Total without fees, in the seller's currency.</summary>
    public Money ListedPrice { get; } = cure.Listed;

    public string? PriceChecked { get; } = cure.Plan.Source.Checked;
    public string? Source { get; } = cure.Plan.Source.Url ?? cure.Plan.Source.CollectedFrom;

    /// <summary>Chance of running out with it, 0 to 1; null for daily allowances.</summary>
    public double? ChanceAfter { get; } = cure.ChanceAfter;

    public string Text { get; } = view.Say(UsageNotices.Of(cure, view.Catalog));
}
