using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages.Forms;
using JapanEsimAdvisor.Web.Pages.Layout;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages.Usage;

/// <summary>Hours a day by activity to gigabytes, for everybody or for one traveler of the trip in the address.</summary>
public sealed class UsageModel(CatalogInService service, UsageEstimator estimator, TimeProvider clock) : SitePage, IFieldErrors
{
    private const string FreeWifi = "preferences.freeWifi";

    private const string UsualFreeWifi = "hotel";

    private readonly List<FieldError> _errors = [];

    private TypedTrip _typed = null!;

    private FieldWords _words = null!;

    public CatalogSnapshot Catalog { get; } = service.Snapshot;

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Null where no hours were given or something was wrong.</summary>
    public UsageEstimate? Estimated { get; private set; }

    /// <summary>Index of the traveler it is estimated for; null for everybody.</summary>
    public int? Row => int.TryParse(Request.Query["for"], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < 100 ? row : null;

    /// <summary>The traveler's number as the page of travelers counts.</summary>
    public int? Number => Row is { } row ? _typed.GivenRows.Count(said => said < row) + 1 : null;

    public string Measured => Person + ".usage.gbPerDay";

    /// <summary>Days of the trip; null where the address has no dates that can be read.</summary>
    public int? Days { get; private set; }

    private string Person => Row is { } row ? FormattableString.Invariant($"travelers[{row}]") : "everyone";

    public void OnGet()
    {
        Response.Headers.CacheControl = "no-cache";
        _typed = new TypedTrip(Request.Query, clock.TodayInJapan());
        _words = new FieldWords(Words, path => _typed[path], _ => null);
        Days = Date("trip.departure")?.DayNumber - Date("trip.arrival")?.DayNumber + 1 is > 0 and <= TripRules.MostDays and var days ? days : null;
        if (Hours.Any())
        {
            Estimate();
        }

        Response.StatusCode = _errors.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    public string Field(string activity) => $"{Person}.usage.activities.{activity}";

    public string Value(string path) => _typed[path] ?? string.Empty;

    public string Wifi => Value(FreeWifi) is { Length: > 0 } typed ? typed : UsualFreeWifi;

    public string Say(FieldError error) => _words.Say(error);

    /// <summary>The field to look at for an error; null where the page has none for it.</summary>
    public string? FieldOf(FieldError error) => error.Path == FreeWifi || Catalog.Usage.Activities.Any(activity => Field(activity.Id) == error.Path) ? error.Path : null;

    public string? ErrorAt(string path) => _errors.FirstOrDefault(error => error.Path == path) is { } error ? Say(error) : null;

    /// <summary>The trip without what this page asks: hidden fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Trip => _typed.Given.Where(pair => pair.Key is not (FreeWifi or "preferences.basket") && !pair.Key.StartsWith(Person + ".usage.", StringComparison.Ordinal));

    /// <summary>Where the figure is used: the traveler's card, the answer of a trip with dates, else the first form.</summary>
    public string Back => Link(Row is not null ? "/travelers" : _typed.Given.Any(pair => pair.Key is "trip.departure" or "trip.days") ? "/result" : string.Empty);

    /// <summary>The same with the hours in the address.</summary>
    public string Using => Back + new QueryBuilder(Trip
        .Concat(Hours.Select(hours => KeyValuePair.Create(Field(hours.Key), hours.Value)))
        .Append(KeyValuePair.Create(FreeWifi, Wifi))) + (Row is { } row ? FormattableString.Invariant($"#traveler-{row}") : string.Empty);

    private IEnumerable<KeyValuePair<string, string>> Hours => _typed.Given
        .Where(pair => pair.Key.StartsWith(Field(string.Empty), StringComparison.Ordinal))
        .Select(pair => KeyValuePair.Create(pair.Key[Field(string.Empty).Length..], pair.Value.Trim()));

    private DateOnly? Date(string path) => DateForms.Date(_typed[path]);

    /// <summary>The contract's own reading and rules, its errors at the page's fields.</summary>
    private void Estimate()
    {
        var typed = Hours.Select(pair => KeyValuePair.Create("activities." + pair.Key, new StringValues(pair.Value))).Append(KeyValuePair.Create("freeWifi", new StringValues(Wifi)));
        (Estimated, var errors) = estimator.Estimate(RequestReader.OfPaths<UsageEstimateRequest>(typed));
        _errors.AddRange(errors.Select(error => error with { Path = error.Path == "freeWifi" ? FreeWifi : $"{Person}.usage.{error.Path}" }));
    }
}
