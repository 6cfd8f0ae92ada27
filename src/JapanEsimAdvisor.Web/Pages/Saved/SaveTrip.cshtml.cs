using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Mvc;

namespace JapanEsimAdvisor.Web.Pages.Saved;

/// <summary>
/// Saves the trip of a result and answers with its link and its edit token at once, without a redirect: a redirect would need a cookie or the address
/// to carry the token.
/// </summary>
[OwnPagesOnly]
[RequestFormLimits(ValueLengthLimit = MostBytes, BufferBodyLengthLimit = 2 * MostBytes, ValueCountLimit = 10)]
public sealed class SaveTripModel(SavedTripKeeper keeper, EditCookie cookie) : SitePage
{
    private const int MostBytes = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public SavedTrip? Trip { get; private set; }

    public string? EditToken { get; private set; }

    public bool IsTooMany { get; private set; }

    /// <summary>A form was sent and nothing was saved.</summary>
    public bool IsRefused { get; private set; }

    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The link that opens it in the reader's language.</summary>
    public string ShortLink => $"{Request.Origin}/t/{Trip!.Id}";

    public void OnGet() => HttpContext.KeepPrivate();

    public async Task<IActionResult> OnPostAsync()
    {
        HttpContext.KeepPrivate();
        if (Tree(Request.Form["request"].ToString()) is not { } request)
        {
            return Refused(StatusCodes.Status400BadRequest);
        }

        var basket = Request.Form["basketId"].ToString();
        var read = RequestReader.OfBody<TripRequest>(request);
        if (read.Request is null)
        {
            Errors = read.Check(_ => []);
            return Refused(StatusCodes.Status400BadRequest);
        }

        var asked = new ReadRequest<SavedTripRequest>(new SavedTripRequest { Request = read.Request, BasketId = basket.Length == 0 ? null : basket });
        switch (await keeper.SaveAsync(asked, Words, HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted))
        {
            case SaveOutcome.Done done:
                (Trip, EditToken) = (done.Trip, done.EditToken);
                cookie.Write(HttpContext, done.Trip, done.EditToken!);
                return Page();
            case SaveOutcome.TooMany tooMany:
                Response.AskAgainAfter(tooMany.Time);
                IsTooMany = true;
                return Refused(StatusCodes.Status429TooManyRequests);
            case SaveOutcome.Wrong wrong:
                Errors = wrong.Errors;
                return Refused(StatusCodes.Status400BadRequest);
            default:
                return Refused(StatusCodes.Status400BadRequest);
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(int status)
    {
        (Response.StatusCode, IsRefused) = (status, true);
        return Page();
    }

    private static JsonObject? Tree(string text)
    {
        try
        {
            return text.Length is > 0 and <= MostBytes && JsonBody.IsText(Encoding.UTF8.GetBytes(text)) ? JsonNode.Parse(text, null, Strict) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
