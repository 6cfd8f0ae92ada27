using System.Text.Json;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.UsageChecks;

public static class UsageCheckApi
{
    public static void MapUsageChecks(this IEndpointRouteBuilder api) => api.MapPost("/usage-checks", PostAsync)
        .WithMetadata(new OnlyReads())
        .AddEndpointFilter(ApiQuery.TakeNone)
        .Accepts<UsageCheckRequest>("application/json")
        .WithName("checkUsage")
        .WithSummary("How long the purchased data will last")
        .WithDescription("During the trip: takes the purchases, the day and the GB used, and answers the chance of running out from then "
            + "on, the safe pace and the cheapest cure, for each line.")
        .Produces<UsageCheckResponse>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);

    private static async Task<IResult> PostAsync(HttpContext context, UsageChecker checker)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        if (body is null)
        {
            return problem!;
        }

        var read = RequestReader.OfBody<UsageCheckRequest>(body);
        var (view, errors) = checker.Check(read, context.Words);
        return view is null ? ApiProblems.Invalid(context, errors) : context.WithETag(TagOf(read.Request!, view), () => new UsageCheckResponse(view));
    }

    /// <summary>
    /// Tag of an answer: it depends on request, catalog, day of the check, day in Japan and language.
    /// </summary>
    private static string TagOf(UsageCheckRequest request, UsageView view) => ETags.TagOf(
        $"usage-checks\n{JsonSerializer.Serialize(request, WireJson.Options)}\n{view.Catalog.Version}\n{view.AsOf:yyyy-MM-dd}\n{view.Today:yyyy-MM-dd}\n{view.Words.Language.Tag}");
}
