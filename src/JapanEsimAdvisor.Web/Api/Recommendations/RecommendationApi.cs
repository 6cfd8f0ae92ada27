using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

public static class RecommendationApi
{
    public static void MapRecommendations(this IEndpointRouteBuilder api)
    {
        api.MapPost("/recommendations", PostAsync)
            .OnlyReads()
            .AddEndpointFilter(ApiQuery.TakeNone)
            .HoldsBuyUrls()
            .Accepts<TripRequest>("application/json")
            .WithName("recommend")
            .WithSummary("The whole advice for a trip")
            .WithDescription("Who buys what, who connects through whom, what it costs, how likely it is to run short, and why not the alternatives.")
            .Produces<RecommendationResponse>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json");
        api.MapGet("/recommendations", Get)
            .HoldsBuyUrls()
            .WithName("recommendFromLink")
            .WithSummary("The same from a link")
            .WithDescription("Short names (people, days, arrival, departure, airport, home, usage, apart, operator, currency, priority, include, whyNot, basket) or the body's own paths (trip.arrival=…&travelers[0].phone=…), not both.")
            .Produces<RecommendationResponse>()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, "application/problem+json");
    }

    private static async Task<IResult> PostAsync(HttpContext context, AdviceDesk desk)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        return body is null ? problem! : Answer(context, desk, body, null, []);
    }

    private static IResult Get(HttpContext context, AdviceDesk desk)
    {
        var errors = new List<FieldError>();
        var query = ShortForm.Expand(ApiQuery.Of(context.Request.Query), errors).ToList();
        var tree = QueryTree.Of(query, errors);
        return Answer(context, desk, tree.ToJson(), tree, errors);
    }

    /// <param name="address">Where the request came from an address.</param>
    private static IResult Answer(HttpContext context, AdviceDesk desk, JsonObject tree, QueryTree? address, List<FieldError> errors)
    {
        var (tag, answer, wrong) = desk.Answer(tree, address, context.Words, errors);
        return answer is null
            ? ApiProblems.Invalid(context, wrong)
            : context.Tagged(tag, () => Results.Bytes(answer.Json, "application/json; charset=utf-8"));
    }
}
