using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>
/// The edit token in the browser that saved a trip, so that it need not be typed: set by saving, never before; sent to that trip's pages alone, not
/// readable by scripts, gone with the trip. A reader who refuses it types the token.
/// </summary>
public sealed class EditCookie(SiteLanguages languages, TimeProvider clock)
{
    private const string Name = "edit";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    /// <summary>A cookie's path cannot leave the language open, so there is one for each.</summary>
    public void Write(HttpContext context, SavedTrip trip, string token) => Append(context, trip.Id, token, trip.ExpiresAt);

    public void Forget(HttpContext context, string id) => Append(context, id, string.Empty, clock.GetUtcNow().AddDays(-1));

    private void Append(HttpContext context, string id, string token, DateTimeOffset until)
    {
        foreach (var language in languages.All)
        {
            context.Response.Cookies.Append(Name, token, new CookieOptions
            {
                Path = $"/{language.Slug}/t/{id}",
                Expires = until,
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }
    }
}
