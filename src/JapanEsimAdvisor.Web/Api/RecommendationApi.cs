using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Advice;
using JapanEsimAdvisor.Web.Text;
using JapanEsimAdvisor.Web.Trips;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Api;

public static class RecommendationApi
{
    public static void MapRecommendations(this IEndpointRouteBuilder api)
    {
        api.MapPost("/recommendations", PostAsync)
            .OnlyReads()
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

    private static async Task<IResult> PostAsync(HttpContext context, Advisor advisor)
    {
        var query = new ApiQuery(context, []);
        if (query.Errors.Count > 0)
        {
            return ApiProblems.Invalid(context, query.Errors);
        }

        var (body, problem) = await JsonBody.ReadAsync(context);
        return body is null ? problem! : Answer(context, advisor, body, null, []);
    }

    private static IResult Get(HttpContext context, Advisor advisor)
    {
        var errors = new List<FieldError>();
        var query = ShortForm.Expand(ApiQuery.Of(context.Request.Query), errors).ToList();
        var tree = QueryTree.Of(query, errors);
        return Answer(context, advisor, tree.ToJson(), tree, errors);
    }

    /// <param name="address">Where the request came from an address.</param>
    private static IResult Answer(HttpContext context, Advisor advisor, JsonObject tree, QueryTree? address, List<FieldError> errors)
    {
        var canonical = tree.ToJsonString();
        var (view, wrong) = advisor.Advise(tree, address, context.Words, errors);
        if (view is null)
        {
            return ApiProblems.Invalid(context, [.. wrong]);
        }

        if (view.Advice.Today > view.Advice.Trip.Stay.Departure)
        {
            return ApiProblems.Invalid(context, [new FieldError("trip.departure", "trip-over")]);
        }

        if (view.Choice.IsGone)
        {
            return ApiProblems.Invalid(context, [new FieldError("preferences.basket", "unknown-basket", ("value", view.Request.Preferences!.Basket!))]);
        }

        return context.WithETag(TagOf(canonical, view), () => RecommendationMapping.ToResponse(view));
    }

    /// <summary>Request, catalog, day in Japan and language: what an answer depends on.</summary>
    private static string TagOf(string canonical, AdviceView view) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        FormattableString.Invariant($"{canonical}\n{view.Catalog.Version}\n{view.Advice.Today:yyyy-MM-dd}\n{view.Words.Language.Tag}"))))[..32];
}
