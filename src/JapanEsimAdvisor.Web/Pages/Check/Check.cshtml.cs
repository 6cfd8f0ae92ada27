using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Questions.UsageChecks;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages.Check;

/// <summary>An answer of the page.</summary>
/// <param name="Who">Whose line it is; null where there is one.</param>
public sealed record CheckAnswer(string? Who, UsageView View, UsageCheck Check);

/// <summary>During the trip: how what was bought will last, for a plan typed here or for what a saved trip bought.</summary>
public sealed class CheckModel(CatalogInService service, UsageChecker checker, SavedTripStore store, TimeProvider clock) : SitePage, IFieldErrors
{
    private const int MostAlike = 5;

    private static readonly string[] Parts = ["people", "asOf", "lines", "trip.", "everyone.", "preferences."];

    private static readonly string[] FieldsAlone = ["lines[0].planId", "lines[0].quantity", "people", "trip.arrival", "trip.departure", "lines[0].gbUsed", "everyone.usage.profile"];

    private readonly List<FieldError> _errors = [];

    private readonly List<CheckAnswer> _answers = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public IReadOnlyList<CheckAnswer> Answers => _answers;

    /// <summary>Null where the page stands alone.</summary>
    public SavedTripView? Saved { get; private set; }

    public IReadOnlyList<CheckLine> Lines { get; private set; } = [];

    /// <summary>A saved trip was asked for that cannot be opened.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Something was asked, not only the empty form.</summary>
    public bool IsAsked => Request.Query.Keys.Any(key => key.StartsWith("lines", StringComparison.Ordinal));

    public string? SavedId => Request.Query["saved"].ToString() is { Length: > 0 } id ? id : null;

    public DateOnly Today => clock.TodayInJapan();

    public IEnumerable<string> PlanNames => PlanSearch.AdvisableNames(Snapshot);

    public IEnumerable<string> PlansLike => ErrorAt("lines[0].planId") is null ? [] : PlanSearch.NamesLike(Snapshot, Value("lines[0].planId")).Take(MostAlike);

    public IEnumerable<string> Profiles => Snapshot.Usage.Profiles.Select(profile => profile.Id);

    private CatalogSnapshot Snapshot => service.Snapshot;

    public async Task OnGetAsync()
    {
        Response.Headers.CacheControl = "no-cache";
        if (SavedId is { } id)
        {
            await OpenAsync(id);
        }

        if (IsAsked)
        {
            Answer();
        }

        Response.StatusCode = _errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    public string Value(string path, string usual = "") => Request.Query.TryGetValue(path, out var typed) ? typed.ToString().Trim() : IsAsked ? string.Empty : usual;

    public string? ErrorAt(string path) => _errors.Where(error => error.Path == path).Select(error => Words.Say(error)).ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;

    /// <summary>Whether the form shown has a field for a path.</summary>
    public bool IsField(string path) => path == "asOf" || (Saved is null ? FieldsAlone.Contains(path, StringComparer.Ordinal) : Lines.Select((line, index) => line.Plan is null ? null : Path(index)).Contains(path, StringComparer.Ordinal));

    /// <summary>The day to check: today, or the nearest day of the saved trip.</summary>
    public DateOnly Day => Saved?.Trip is not { } trip ? Today : Today < trip.Arrival ? trip.Arrival : Today > trip.Departure ? trip.Departure : Today;

    private async Task OpenAsync(string id)
    {
        HttpContext.KeepPrivate();
        if ((await store.FindAsync(id, HttpContext.RequestAborted)).Trip is { } trip)
        {
            Saved = new SavedTripView(trip, Snapshot, Words);
            Lines = CheckLine.Of(trip, Snapshot);
        }
        else
        {
            IsGone = true;
        }
    }

    private void Answer()
    {
        if (Saved is not null)
        {
            AnswerLines(Saved);
        }
        else
        {
            var typed = Request.Query.Where(parameter => Parts.Any(part => parameter.Key.StartsWith(part, StringComparison.Ordinal)));
            Take(null, RequestReader.OfPaths<UsageCheckRequest>(typed).With(Alone));
        }
    }

    private void AnswerLines(SavedTripView saved)
    {
        var asked = Lines.Select((line, index) => (Line: line, Path: Path(index))).Where(row => row.Line.Plan is not null && Value(row.Path).Length > 0).ToList();
        foreach (var (line, path) in asked)
        {
            var typed = RequestReader.OfPaths<UsageCheckRequest>([KeyValuePair.Create("asOf", new StringValues(Value("asOf"))), KeyValuePair.Create("lines[0].gbUsed", new StringValues(Value(path)))]);
            Take(path, typed.With(request => line.Check(saved.Trip.Request, request)), saved.NameOf(line.Buyer, 1));
        }

        if (asked.Count == 0)
        {
            _errors.Add(new FieldError(Path(0), "gb-used-required"));
        }
    }

    public static string Path(int line) => FormattableString.Invariant($"lines[{line}].gbUsed");

    /// <param name="path">Where the line's figure was typed on the page; null for the names of the address.</param>
    private void Take(string? path, ReadRequest<UsageCheckRequest> read, string? who = null)
    {
        var (view, errors) = checker.Check(read, Words);
        _errors.AddRange(errors
            .Select(error => path is not null && error.Path.StartsWith("lines", StringComparison.Ordinal) ? error with { Path = path } : error)
            .Where(error => !_errors.Contains(error)));
        _answers.AddRange(view?.Checks.Select(check => new CheckAnswer(who, view, check)) ?? []);
    }

    /// <summary>One line with everybody on it; a plan may be typed by its name.</summary>
    private UsageCheckRequest Alone(UsageCheckRequest request)
    {
        if (request.Lines is not [var line, ..])
        {
            return request;
        }

        var others = request.People is > 1 and <= TripRules.MostPeople and { } people ? people - 1 : 0;
        line = line with
        {
            PlanId = line.PlanId is { } typed ? PlanSearch.Named(Snapshot, typed).FirstOrDefault()?.Id ?? typed : null,
            Clients = line.Clients ?? (others > 0 ? [new ClientPart { Traveler = "t1", Count = others }] : null),
        };
        return request with { Lines = [line, .. request.Lines.Skip(1)], People = request.People ?? (request.Travelers is null ? 1 : null) };
    }
}
