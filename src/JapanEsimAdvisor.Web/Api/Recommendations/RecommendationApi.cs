using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

public static class RecommendationApi
{
    public static void MapRecommendations(this IEndpointRouteBuilder api)
    {
        api.MapPost("/recommendations", PostAsync)
            .WithMetadata(new OnlyReads(), new HoldsBuyUrls())
            .AddEndpointFilter(ApiQuery.TakeNone)
            .Accepts<TripRequest>("application/json")
            .WithName("recommend")
            .WithSummary("The whole advice for a trip")
            .WithDescription("Who buys what, who connects through whom, what it costs, how likely it is to run short, and why not the "
                + "alternatives.")
            .Produces<RecommendationResponse>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        api.MapGet("/recommendations", GetAsync)
            .WithMetadata(new HoldsBuyUrls())
            .WithName("recommendFromLink")
            .WithSummary("The same from a link")
            .WithDescription("Short names (people, days, arrival, departure, airport, home, usage, apart, operator, currency, priority, "
                + "include, whyNot, basket) or the body's own paths (trip.arrival=…&travelers[0].phone=…), not both.")
            .Produces<RecommendationResponse>().ProducesProblem(400);
    }

    private static async Task<IResult> PostAsync(HttpContext context, AdviceAnswers answers)
    {
        var (body, problem) = await JsonBody.ReadAsync(context);
        return body is null ? problem! : await AnswerAsync(context, answers, RequestReader.OfBody<TripRequest>(body));
    }

    private static Task<IResult> GetAsync(HttpContext context, AdviceAnswers answers) =>
        AnswerAsync(context, answers, RequestReader.OfAddress([.. ApiQuery.Of(context.Request.Query)]));

    private static async Task<IResult> AnswerAsync(HttpContext context, AdviceAnswers answers, ReadRequest<TripRequest> read)
    {
        var (tag, json, errors) = await answers.AnswerAsync(read, context.Words, context.RequestAborted);
        return json is null
            ? ApiProblems.Invalid(context, errors)
            : context.Tagged(tag, () => Results.Bytes(json, "application/json; charset=utf-8"));
    }
}
