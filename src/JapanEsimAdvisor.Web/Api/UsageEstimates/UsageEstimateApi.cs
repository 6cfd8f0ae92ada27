using System.Text.Json;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Catalog;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api.UsageEstimates;

public static class UsageEstimateApi
{
    /// <summary>Decimals of gigabytes: a kilobyte, as exact as the figures of activities.</summary>
    private const int Decimals = 6;

    public static void MapUsageEstimates(this IEndpointRouteBuilder api) => api.MapPost("/usage-estimates", PostAsync)
        .OnlyReads()
        .AddEndpointFilter(ApiQuery.TakeNone)
        .Accepts<UsageEstimateRequest>("application/json")
        .WithName("estimateUsage")
        .WithSummary("Hours per activity to gigabytes a day")
        .WithDescription("The same calculation as in the advice: hours a day by activity, each with its sourced figure, minus use on "
            + "free Wi-Fi. gbPerDay equals the result of a traveler's usage.activities.")
        .Produces<UsageEstimateResponse>()
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json");

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
            : context.WithETag(TagOf(read.Request!, estimate, context.Words), () => ToResponse(estimate, context.Words));
    }

    /// <summary>Request, catalog and language: what an answer depends on.</summary>
    private static string TagOf(UsageEstimateRequest request, UsageEstimate estimate, Words words) => ETags.TagOf(
        $"usage-estimates\n{JsonSerializer.Serialize(request, WireJson.Options)}\n{estimate.Catalog.Version}\n{words.Language.Tag}");

    private static UsageEstimateResponse ToResponse(UsageEstimate estimate, Words words)
    {
        var parts = estimate.Activities.Select(use => ToAnswer(use, words)).ToList();
        return new UsageEstimateResponse(
            Math.Round(parts.Sum(part => part.GbPerDay), Decimals),
            Math.Round(parts.Sum(part => part.GbPerDayInAll), Decimals),
            estimate.FreeWifiShare,
            parts,
            estimate.Catalog.Stamp([]));
    }

    private static ActivityUseAnswer ToAnswer(ActivityUse use, Words words) => new(
        use.Activity.Id,
        words["activity." + use.Activity.Id],
        use.HoursPerDay,
        use.Activity.GbPerHour,
        use.Activity.Low,
        use.Activity.High,
        Math.Round(use.GbPerDay, Decimals),
        Math.Round(use.GbPerDayInAll, Decimals),
        new SourceAnswer(
            use.Activity.Source.Url ?? use.Activity.Source.CollectedFrom, use.Activity.Source.Checked, use.Activity.Source.Confidence));
}

/// <summary>The data for hours a day: sums of the activities shown.</summary>
/// <param name="GbPerDay">Mobile data, GB a day, without use on free Wi-Fi.</param>
/// <param name="GbPerDayInAll">GB a day, including use on free Wi-Fi.</param>
/// <param name="FreeWifiShare">Share that runs on free Wi-Fi, 0 to 1.</param>
/// <param name="Activities">Those with more than 0 hours, in the order of GET /usage-profiles.</param>
public sealed record UsageEstimateResponse(
    double GbPerDay, double GbPerDayInAll, double FreeWifiShare, IReadOnlyList<ActivityUseAnswer> Activities, CatalogStamp Catalog);

/// <summary>One activity's part.</summary>
/// <param name="HoursPerDay">As asked, 0 to 24.</param>
/// <param name="GbPerHour">Figure used in the calculation, GB an hour.</param>
/// <param name="Low">Lowest figure of the sources, GB an hour; null if only one is known.</param>
/// <param name="High">Highest figure of the sources, GB an hour; null if only one is known.</param>
/// <param name="GbPerDay">Mobile data, GB a day, without use on free Wi-Fi.</param>
/// <param name="GbPerDayInAll">GB a day, including use on free Wi-Fi.</param>
public sealed record ActivityUseAnswer(
    string Id, string Name, double HoursPerDay, double GbPerHour, double? Low, double? High, double GbPerDay, double GbPerDayInAll,
    SourceAnswer Source);
