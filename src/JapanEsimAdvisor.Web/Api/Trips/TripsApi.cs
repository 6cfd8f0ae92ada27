using JapanEsimAdvisor.Web.Api.Contract;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Api.Trips;

/// <summary>
/// Saved trips. Caches must not store the answers and search engines must not list them: only the link opens a trip.
/// </summary>
public static class TripsApi
{
    public const string EditToken = "X-Edit-Token";

    private const int MostKilobytes = 16;

    public static void MapTrips(this IEndpointRouteBuilder api)
    {
        var trips = api.MapGroup("/trips").AddEndpointFilter(KeepPrivate);
        trips.MapPost("", PostAsync)
            .Accepts<SavedTripRequest>("application/json")
            .WithName("saveTrip")
            .WithSummary("Saves a trip with the chosen answer")
            .WithDescription("The answer stays the same when the catalog changes. The edit token is shown only once; store it.")
            .Produces<SavedTripCreated>(201).ProducesProblem(400).ProducesProblem(413).ProducesProblem(429);
        trips.MapGet("/{id}", GetAsync)
            .WithName("getTrip")
            .WithSummary("A saved trip, and what has changed since")
            .WithDescription("The answer at the time of saving, the purchases, and the prices and plans that have changed since then.")
            .Produces<SavedTripResponse>().ProducesProblem(404).ProducesProblem(410);
        trips.MapPut("/{id}", PutAsync)
            .Accepts<SavedTripRequest>("application/json")
            .WithName("changeTrip")
            .WithSummary("Replaces a saved trip")
            .WithDescription("With X-Edit-Token, and If-Match with the ETag last read. If the request is the same and no other basketId "
                + "is given, the saved answer stays; else it is calculated again.")
            .Produces<SavedTripResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(410)
            .ProducesProblem(412).ProducesProblem(428).ProducesProblem(429);
        trips.MapDelete("/{id}", DeleteAsync)
            .WithName("deleteTrip")
            .WithSummary("Deletes a saved trip for good")
            .WithDescription("With X-Edit-Token.")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(410);
    }

    private static ValueTask<object?> KeepPrivate(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.KeepPrivate();
        return ApiQuery.TakeNone(invocation, next);
    }

    private static async Task<IResult> PostAsync(HttpContext context, SavedTripKeeper keeper)
    {
        var (body, problem) = await JsonBody.ReadAsync(context, MostKilobytes);
        if (body is null)
        {
            return problem!;
        }

        var (read, caller) = (RequestReader.OfBody<SavedTripRequest>(body), context.Connection.RemoteIpAddress);
        return await keeper.SaveAsync(read, context.Words, caller, context.RequestAborted) switch
        {
            SaveOutcome.Done { EditToken: { } token, Trip: var trip } => Created(context, trip, token),
            var other => Refused(context, other),
        };
    }

    private static IResult Created(HttpContext context, SavedTrip trip, string token)
    {
        context.Response.GetTypedHeaders().ETag = TagOf(trip);
        return Results.Created($"{ApiSetup.Root}/trips/{trip.Id}", new SavedTripCreated(trip.Id, token, trip.ExpiresAt));
    }

    private static async Task<IResult> GetAsync(string id, HttpContext context, SavedTripStore store, CatalogInService service)
    {
        var found = await store.FindAsync(id, context.RequestAborted);
        return found.Trip is { } trip ? Shown(context, trip, service) : Missing(context, found.State);
    }

    private static async Task<IResult> PutAsync(
        string id, HttpContext context, SavedTripStore store, SavedTripKeeper keeper, CatalogInService service)
    {
        var (trip, problem) = await ToChangeAsync(id, context, store);
        problem ??= Precondition(context, trip!);
        if (problem is not null)
        {
            return problem;
        }

        var (body, unreadable) = await JsonBody.ReadAsync(context, MostKilobytes);
        if (body is null)
        {
            return unreadable!;
        }

        var (read, caller) = (RequestReader.OfBody<SavedTripRequest>(body), context.Connection.RemoteIpAddress);
        return await keeper.ChangeAsync(trip!, read, context.Words, caller, context.RequestAborted) switch
        {
            SaveOutcome.Done done => Shown(context, done.Trip, service),
            var other => Refused(context, other),
        };
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext context, SavedTripStore store, WriteLimits limits)
    {
        var (trip, problem) = await ToChangeAsync(id, context, store);
        if (trip is null)
        {
            return problem!;
        }

        if (limits.WaitToChange(context.Connection.RemoteIpAddress) is { } wait)
        {
            return TooMany(context, wait);
        }

        await store.DeleteAsync(id, context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>The trip, if it exists and the caller may change it.</summary>
    private static async Task<(SavedTrip? Trip, IResult? Problem)> ToChangeAsync(string id, HttpContext context, SavedTripStore store)
    {
        var found = await store.FindAsync(id, context.RequestAborted);
        return found.Trip is null ? (null, Missing(context, found.State))
            : await store.OpensAsync(id, context.Request.Headers[EditToken], context.RequestAborted) ? (found.Trip, null)
            : (null, ApiProblems.Status(context, StatusCodes.Status403Forbidden, "edit-token-wrong"));
    }

    /// <summary>Null if the caller has read the current version.</summary>
    private static IResult? Precondition(HttpContext context, SavedTrip trip) => context.Request.GetTypedHeaders().IfMatch switch
    {
        { Count: 0 } => ApiProblems.Status(context, StatusCodes.Status428PreconditionRequired, "if-match-required"),
        var tags when !tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(trip), useStrongComparison: true)) =>
            ApiProblems.Status(context, StatusCodes.Status412PreconditionFailed, "trip-changed"),
        _ => null,
    };

    private static IResult Shown(HttpContext context, SavedTrip trip, CatalogInService service)
    {
        context.Response.GetTypedHeaders().ETag = TagOf(trip);
        return Results.Json(new SavedTripResponse(new SavedTripView(trip, service.Snapshot, context.Words), trip), WireJson.Options);
    }

    private static IResult Refused(HttpContext context, SaveOutcome outcome) => outcome switch
    {
        SaveOutcome.Wrong wrong => ApiProblems.Invalid(context, [.. wrong.Errors]),
        SaveOutcome.TooMany tooMany => TooMany(context, tooMany.Time),
        _ => ApiProblems.Status(context, StatusCodes.Status412PreconditionFailed, "trip-changed"),
    };

    private static IResult TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.AskAgainAfter(wait);
        return ApiProblems.Status(context, StatusCodes.Status429TooManyRequests, "too-many-trips");
    }

    private static IResult Missing(HttpContext context, TripState state) => state switch
    {
        TripState.Expired => ApiProblems.Status(context, StatusCodes.Status410Gone, "trip-expired"),
        TripState.Deleted => ApiProblems.Status(context, StatusCodes.Status410Gone, "trip-deleted"),
        _ => ApiProblems.Status(context, StatusCodes.Status404NotFound, "trip-not-found"),
    };

    /// <summary>The trip's version, to compare with If-Match. The answer is not stored, so no cache uses it.</summary>
    private static EntityTagHeaderValue TagOf(SavedTrip trip) => new(FormattableString.Invariant($"\"{trip.Version}\""));
}
