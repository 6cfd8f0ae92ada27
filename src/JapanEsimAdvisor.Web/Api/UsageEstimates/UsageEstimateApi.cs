using System.Text.Json;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.UsageEstimates;

public static class UsageEstimateApi
{
    public static void MapUsageEstimates(this IEndpointRouteBuilder api) => api.MapPost("/usage-estimates", PostAsync)
        .WithMetadata(new OnlyReads())
        .AddEndpointFilter(ApiQuery.TakeNone)
        .Accepts<UsageEstimateRequest>("application/json")
        .WithName("estimateUsage")
        .WithSummary("Hours per activity to gigabytes a day")
        .WithDescription("The same calculation as in the advice: hours a day by activity, each with its sourced figure, minus use on "
            + "free Wi-Fi. gbPerDay equals the result of a traveler's usage.activities.")
        .Produces<UsageEstimateResponse>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);

    private static async Task<IResult> PostAsync(HttpContext context, UsageEstimator estimator)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        if (body is null)
        {
            return problem!;
        }

        var read = RequestReader.OfBody<UsageEstimateRequest>(body);
        var (estimate, errors) = estimator.Estimate(read);
        return estimate is null
            ? ApiProblems.Invalid(context, errors)
            : context.WithETag(TagOf(read.Request!, estimate, context.Words), () => UsageEstimateResponse.Of(estimate, context.Words));
    }

    /// <summary>Request, catalog and language: what an answer depends on.</summary>
    private static string TagOf(UsageEstimateRequest request, UsageEstimate estimate, Words words) => ETags.TagOf(
        $"usage-estimates\n{JsonSerializer.Serialize(request, WireJson.Options)}\n{estimate.Catalog.Version}\n{words.Language.Tag}");
}

/// <summary>The data for hours a day: sums of the activities shown.</summary>
public sealed class UsageEstimateResponse(UsageEstimate estimate, IReadOnlyList<ActivityUseAnswer> parts)
{
    /// <summary>Decimals of gigabytes: a kilobyte, as exact as the figures of activities.</summary>
    public const int Decimals = 6;

    public static UsageEstimateResponse Of(UsageEstimate estimate, Words words) =>
        new(estimate, [.. estimate.Activities.Select(use => new ActivityUseAnswer(use, words))]);

    /// <summary>Mobile data, GB a day, without use on free Wi-Fi.</summary>
    public double GbPerDay { get; } = Math.Round(parts.Sum(part => part.GbPerDay), Decimals);

    /// <summary>GB a day, including use on free Wi-Fi.</summary>
    public double GbPerDayInAll { get; } = Math.Round(parts.Sum(part => part.GbPerDayInAll), Decimals);

    /// <summary>Share that runs on free Wi-Fi, 0 to 1.</summary>
    public double FreeWifiShare { get; } = estimate.FreeWifiShare;

    /// <summary>Those with more than 0 hours, in the order of GET /usage-profiles.</summary>
    public IReadOnlyList<ActivityUseAnswer> Activities { get; } = parts;

    public CatalogStamp Catalog { get; } = CatalogStamp.Of(estimate.Catalog, []);
}

/// <summary>One activity's part.</summary>
public sealed class ActivityUseAnswer(ActivityUse use, Words words)
{
    public string Id { get; } = use.Activity.Id;
    public string Name { get; } = words["activity." + use.Activity.Id];

    /// <summary>As asked, 0 to 24.</summary>
    public double HoursPerDay { get; } = use.HoursPerDay;

    /// <summary>Figure used in the calculation, GB an hour.</summary>
    public double GbPerHour { get; } = use.Activity.GbPerHour;

    /// <summary>Lowest figure of the sources, GB an hour; null if only one is known.</summary>
    public double? Low { get; } = use.Activity.Low;

    /// <summary>Highest figure of the sources, GB an hour; null if only one is known.</summary>
    public double? High { get; } = use.Activity.High;

    /// <summary>Mobile data, GB a day, without use on free Wi-Fi.</summary>
    public double GbPerDay { get; } = Math.Round(use.GbPerDay, UsageEstimateResponse.Decimals);

    /// <summary>GB a day, including use on free Wi-Fi.</summary>
    public double GbPerDayInAll { get; } = Math.Round(use.GbPerDayInAll, UsageEstimateResponse.Decimals);

    public SourceAnswer Source { get; } = SourceAnswer.Of(use.Activity.Source);
}
