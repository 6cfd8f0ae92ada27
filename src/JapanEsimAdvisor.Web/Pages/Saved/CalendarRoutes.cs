using System.Text;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Saved;

/// <summary>The checklist of a result and of a saved trip as calendar files, and the short link of a saved trip.</summary>
public static class CalendarRoutes
{
    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{language:language}/result/trip.ics", OfResult).ExcludeFromDescription();
        app.MapGet("/{language:language}/t/{id}/trip.ics", OfSavedAsync).ExcludeFromDescription();
        app.MapGet("/t/{id}", (string id, HttpContext context) =>
        {
            context.KeepPrivate();
            return Results.Redirect($"/{context.SpeakAsPreferred().Language.Slug}/t/{Uri.EscapeDataString(id)}");
        }).ExcludeFromDescription();
    }

    /// <summary>Where the trip cannot be advised, its page says why.</summary>
    private static IResult OfResult(string language, HttpContext context, SiteLanguages languages, Advisor advisor, TimeProvider clock)
    {
        var words = context.Speak(languages.BySlug(language)!);
        var errors = new List<FieldError>();
        var address = QueryTree.Of(ShortForm.Expand([.. context.Request.Query.Where(parameter => TripAddress.Holds(parameter.Key))], errors), errors);
        var page = $"/{words.Language.Slug}/result{context.Request.QueryString}";
        if (advisor.Advise(address.ToJson(), address, words, errors).View is not { Shown.Basket: { } basket } view)
        {
            return Results.Redirect(page);
        }

        var tasks = TaskLine.Of(Checklist.Of(view.Advice, basket), notice => view.Say("task", notice), view.Names);
        context.Response.Headers.CacheControl = "no-cache";
        return File(new CalendarFile(words, view.Advice.Trip.Stay, context.Request.Origin + page, clock.GetUtcNow()).Of(tasks));
    }

    private static async Task<IResult> OfSavedAsync(string language, string id, HttpContext context, SiteLanguages languages, SavedTripStore store, CatalogInService service, TimeProvider clock)
    {
        var words = context.Speak(languages.BySlug(language)!);
        context.KeepPrivate();
        if ((await store.FindAsync(id, context.RequestAborted)).Trip is not { } trip)
        {
            return Results.Redirect($"/{words.Language.Slug}/t/{Uri.EscapeDataString(id)}");
        }

        var stay = TripMapping.StayOf(trip.Request.Trip!, clock.TodayInJapan())!;
        return File(new CalendarFile(words, stay, $"{context.Request.Origin}/t/{id}", clock.GetUtcNow()).Of(new SavedTripView(trip, service.Snapshot, words).Tasks));
    }

    private static IResult File(string calendar) => Results.File(Encoding.UTF8.GetBytes(calendar), CalendarFile.ContentType, CalendarFile.FileName);
}
