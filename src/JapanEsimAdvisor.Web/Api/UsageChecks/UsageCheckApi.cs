using System.Text.Json;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api.UsageChecks;

public static class UsageCheckApi
{
    public static void MapUsageChecks(this IEndpointRouteBuilder api) => api.MapPost("/usage-checks", PostAsync)
        .OnlyReads()
        .AddEndpointFilter(ApiQuery.TakeNone)
        .Accepts<UsageCheckRequest>("application/json")
        .WithName("checkUsage")
        .WithSummary("How long the purchased data will last")
        .WithDescription("During the trip: takes the purchases, the day and the GB used, and answers the chance of running out from then "
            + "on, the safe pace and the cheapest cure, for each line.")
        .Produces<UsageCheckResponse>()
        .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json");

    private static async Task<IResult> PostAsync(HttpContext context, UsageChecker checker)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        if (body is null)
        {
            return problem!;
        }

        var read = RequestReader.OfBody<UsageCheckRequest>(body);
        var (view, errors) = checker.Check(read, context.Words);
        return view is null ? ApiProblems.Invalid(context, errors) : context.WithETag(TagOf(read.Request!, view), () => ToResponse(view));
    }

    /// <summary>
    /// Tag of an answer: it depends on request, catalog, day of the check, day in Japan and language.
    /// </summary>
    private static string TagOf(UsageCheckRequest request, UsageView view) => ETags.TagOf(
        $"usage-checks\n{JsonSerializer.Serialize(request, WireJson.Options)}\n{view.Catalog.Version}\n{view.AsOf:yyyy-MM-dd}\n{view.Today:yyyy-MM-dd}\n{view.Words.Language.Tag}");

    private static UsageCheckResponse ToResponse(UsageView view) => new(
        view.AsOf,
        [.. view.Checks.Select(check => Answer(view, check))],
        view.Catalog.Stamp(view.Checks.SelectMany(check => check.Cure is { } cure
            ? [check.Line.Plan, cure.Plan]
            : new[] { check.Line.Plan })));

    private static UsageCheckAnswer Answer(UsageView view, UsageCheck check) => new(
        check.Line.Plan.Id,
        check.Line.Plan.SellerId,
        check.Line.Plan.Name,
        check.Line.Buyer,
        [.. check.Line.Clients.Select(client => new UsageClient(client.Traveler, client.Count))],
        check.DaysUsed,
        check.DaysLeft,
        check.Ends,
        check.Line.GbUsed,
        check.GbLeft,
        check.ExpectedGbPerDay,
        check.ExpectedGbLeft,
        check.ChanceOfRunningOut,
        check.LimitedDays,
        check.FullSpeedShare,
        check.SafePaceGbPerDay,
        check.LastingPaceGbPerDay,
        check.Status,
        view.Say(UsageNotices.Status(check)),
        check.Cure is { } cure ? Answer(view, cure) : null,
        [.. check.Reasons.Select(reason => new UsageReason(reason.Code, view.Say(reason)))]);

    private static CureAnswer Answer(UsageView view, Cure cure) => new(
        cure.Kind,
        cure.Plan.Id,
        cure.Plan.SellerId,
        cure.Plan.Name,
        cure.Quantity,
        cure.GbEach * cure.Quantity,
        view.InCurrency(cure.Yen),
        cure.Listed,
        cure.Plan.Source.Checked,
        cure.Plan.Source.Url ?? cure.Plan.Source.CollectedFrom,
        cure.ChanceAfter,
        view.Say(UsageNotices.Of(cure, view.Catalog)));
}
