using System.Text.Json;
using System.Text.Json.Serialization;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Result;

/// <summary>How a result is shared and saved: by an address that asks the same, with the days of the advice.</summary>
public sealed class ShareLinks(AdviceView view, HttpRequest request)
{
    private static readonly JsonSerializerOptions WithoutNulls = new(WireJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly TripRequest _dated = AnswerKeeping.Dated(view);

    private readonly string? _chosen = view.Choice.Chosen?.Basket?.Id;

    /// <summary>The link to send: the whole address.</summary>
    public string Share => request.Origin + Here("/result") + Query;

    public string Calendar => Here("/result/trip.ics") + Query;

    public string Save => Here("/t");

    /// <summary>What the form that saves sends: the request, and the answer that is shown.</summary>
    public string Request => JsonSerializer.Serialize(_dated, WithoutNulls);

    public string BasketId => view.Shown!.Basket!.Id;

    /// <summary>Whether the trip can still be saved.</summary>
    public bool CanSave => view.Shown is not null && view.Advice.Today <= view.Advice.Trip.Stay.Departure;

    private string Query => TripLink.QueryOf(_dated with { Preferences = _chosen is null ? _dated.Preferences : (_dated.Preferences ?? new PreferencesPart()) with { Basket = _chosen } });

    private string Here(string path) => $"/{view.Words.Language.Slug}{path}";
}
