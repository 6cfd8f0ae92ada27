using System.Globalization;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Saved;

/// <summary>A saved trip: its answer, what has changed since, and what was bought. The edit token allows to change and delete it.</summary>
[OwnPagesOnly]
[RequestFormLimits(ValueCountLimit = 200, BufferBodyLengthLimit = 64 * 1024)]
public sealed class SavedTripModel(SavedTripStore store, SavedTripKeeper keeper, WriteLimits limits, CatalogInService service, EditCookie cookie) : SitePage
{
    public SavedTripView? View { get; private set; }

    /// <summary>Null where the trip can be opened; else the key of what became of it.</summary>
    public string? Gone { get; private set; }

    /// <summary>Key of what went wrong with a change; null where nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>This browser keeps the edit token.</summary>
    public bool HasToken { get; private set; }

    public string ShortLink => $"{Request.Origin}/t/{View!.Trip.Id}";

    public string TodaysAnswer => Link("/result") + TripLink.QueryOf(View!.Trip.Request);

    public string CheckLink => Link("/check") + "?saved=" + Uri.EscapeDataString(View!.Trip.Id);

    /// <summary>Whether a purchase is shown as bought: as saved, or as just ticked where that could not be saved.</summary>
    public bool IsTicked(int index, SavedPod pod, SavedPurchase purchase) =>
        Problem is "saved.key.wrong" or "saved.too-many" ? IsTickedInForm(index) : View!.IsBought(pod, purchase);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await FindAsync(id);
        if (View is not null)
        {
            HttpContext.KeepWithReader();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (await ToChangeAsync(id) is not { } token)
        {
            return Page();
        }

        var trip = View!.Trip;
        if (Request.Form["version"] != trip.Version.ToString(CultureInfo.InvariantCulture))
        {
            return Refused(StatusCodes.Status409Conflict, "saved.overtaken");
        }

        return await keeper.RecordAsync(trip, IsTickedInForm, HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted) switch
        {
            SaveOutcome.Done => Reopened(trip, token),
            SaveOutcome.TooMany tooMany => TooMany(tooMany.Time),
            _ => Refused(StatusCodes.Status409Conflict, "saved.overtaken"),
        };
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id)
    {
        if (await ToChangeAsync(id) is null)
        {
            return Page();
        }

        if (limits.WaitToChange(HttpContext.Connection.RemoteIpAddress) is { } wait)
        {
            return TooMany(wait);
        }

        await store.DeleteAsync(id, HttpContext.RequestAborted);
        cookie.Forget(HttpContext, id);
        (View, Gone) = (null, "deleted-now");
        return Page();
    }

    private async Task FindAsync(string id)
    {
        HttpContext.KeepPrivate();
        var found = await store.FindAsync(id, HttpContext.RequestAborted);
        View = found.Trip is { } trip ? new SavedTripView(trip, service.Snapshot, Words) : null;
        HasToken = View is not null && EditCookie.Read(Request) is { } token && await store.OpensAsync(id, token, HttpContext.RequestAborted);
        (Gone, Response.StatusCode) = found.State switch
        {
            TripState.Saved => (null, StatusCodes.Status200OK),
            TripState.Expired => ("expired", StatusCodes.Status410Gone),
            TripState.Deleted => ("deleted", StatusCodes.Status410Gone),
            _ => ("unknown", StatusCodes.Status404NotFound),
        };
    }

    /// <returns>The token, where the trip is there and the token opens it.</returns>
    private async Task<string?> ToChangeAsync(string id)
    {
        await FindAsync(id);
        var token = Request.Form["editToken"].ToString().Trim() is { Length: > 0 } typed ? typed : EditCookie.Read(Request);
        if (View is null || await store.OpensAsync(id, token, HttpContext.RequestAborted))
        {
            return View is null ? null : token;
        }

        _ = Refused(StatusCodes.Status403Forbidden, "saved.key.wrong");
        return null;
    }

    private bool IsTickedInForm(int index) => Request.Form["bought"].Contains(index.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>By GET, so that reloading changes nothing; a token that was typed is kept from now on.</summary>
    private RedirectResult Reopened(SavedTrip trip, string token)
    {
        cookie.Write(HttpContext, trip, token);
        return Redirect(Link("/t/" + trip.Id) + "#bought");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult TooMany(TimeSpan wait)
    {
        Response.AskAgainAfter(wait);
        return Refused(StatusCodes.Status429TooManyRequests, "saved.too-many");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(int status, string problem)
    {
        (Response.StatusCode, Problem) = (status, problem);
        return Page();
    }
}
