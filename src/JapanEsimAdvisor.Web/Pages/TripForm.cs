using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Text;
using JapanEsimAdvisor.Web.Trips;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>The form of a trip with what was typed and what was wrong with it.</summary>
/// <param name="stay">The stay that was advised, for links that say no more than how long; null where there is none.</param>
public sealed partial class TripForm(IQueryCollection query, CatalogSnapshot catalog, Words words, DateOnly today, IReadOnlyList<FieldError> errors, Stay? stay = null)
{
    private const int RowsOffered = 3;

    private const int MostRows = 12;

    private const int Suggestions = 3;

    /// <summary>Countries most visitors of Japan come from (JNTO arrivals), then the rest of those we have names for.</summary>
    private static readonly string[] Homes =
    [
        "CN", "KR", "TW", "US", "HK", "TH", "AU", "PH", "SG", "VN", "MY", "ID", "CA", "GB", "FR", "DE", "IT", "ES", "IN", "MO", "NL", "NZ", "MX", "BR", "CH", "SE",
        "PL", "BE", "AT", "DK", "FI", "NO", "IE", "PT", "IL", "TR", "AE", "JP",
    ];

    private static readonly string[] Asked =
        ["trip.arrival", "trip.departure", "everyone.usage.profile", "everyone.apart", "trip.homeCountry", "trip.airport", "trip.arrivalTime", "trip.departureTime", "preferences.currency"];

    private static readonly string[] Details = ["trip.homeCountry", "trip.airport", "trip.arrivalTime", "trip.departureTime", "preferences.currency"];

    private readonly Dictionary<string, string> _typed = Typed(query, stay);

    public Words Words => words;

    public IReadOnlyList<FieldError> Errors => errors;

    public string Action => $"/{words.Language.Slug}/result";

    public DateOnly Today => today;

    public IEnumerable<int> Rows => Enumerable.Range(0, Math.Max(RowsOffered, Math.Min(MostRows, RowsTyped)));

    public IEnumerable<string> Countries => Homes;

    public IEnumerable<string> Airports => catalog.Airports.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Profiles => catalog.Usage.Profiles.Select(profile => profile.Id);

    public IEnumerable<string> Apartnesses => Enum.GetValues<Apartness>().Select(value => value.Wire());

    public IEnumerable<string> Currencies => catalog.Rates.ByCurrency.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Phones => catalog.Devices.Values
        .Where(device => device.Class == DeviceClass.Phone)
        .Select(device => device.Name)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the part with further questions should stand open: something in it was answered or is wrong.</summary>
    public bool IsDetailed => Details.Any(path => !string.IsNullOrWhiteSpace(_typed.GetValueOrDefault(path)) || ErrorAt(path) is not null);

    private int RowsTyped => _typed.Keys.Select(key => RowPattern().Match(key)).Where(row => row.Success)
        .Select(row => int.Parse(row.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1).DefaultIfEmpty(0).Max();

    /// <summary>What was typed, else what usually holds.</summary>
    public string Value(string path, string usual = "") => _typed.GetValueOrDefault(path) ?? (query.Count == 0 ? usual : string.Empty);

    /// <summary>What was chosen, else what is taken where nothing is.</summary>
    public string Choice(string path, string usual) => _typed.GetValueOrDefault(path) is { Length: > 0 } chosen ? chosen : usual;

    public string? ErrorAt(string path) => errors.FirstOrDefault(error => FieldOf(error.Path) == path) is { } error ? words.Say(error) : null;

    /// <summary>The id of the field an error concerns; null where the form does not ask for it.</summary>
    public string? LinkOf(FieldError error) => FieldOf(error.Path) is var field
        && (Asked.Contains(field, StringComparer.Ordinal)
            || (RowPattern().Match(field) is { Success: true } row && Rows.Contains(int.Parse(row.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))) ? IdOf(field) : null;

    /// <summary>Errors of the whole party stand beside its first number, errors of the length beside the last day.</summary>
    private static string FieldOf(string path) => path switch
    {
        "people" or "travelers" => "travelers[0].count",
        "trip.days" => "trip.departure",
        _ => path,
    };

    /// <summary>What an address says, by the paths of the form: short links fill it too.</summary>
    private static Dictionary<string, string> Typed(IQueryCollection query, Stay? stay)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, values) in ShortForm.Expand([.. query], []))
        {
            typed[path] = values.ToString();
        }

        if (typed.TryGetValue("people", out var people))
        {
            typed.TryAdd("travelers[0].count", people);
        }

        if (stay is not null)
        {
            typed.TryAdd("trip.arrival", stay.Arrival.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            typed.TryAdd("trip.departure", stay.Departure.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return typed;
    }

    /// <summary>The id an error summary links to.</summary>
    public static string IdOf(string path) => path.Replace('.', '-').Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal);

    /// <summary>A phone's name where the address holds its id.</summary>
    public string PhoneName(string typed) => catalog.Devices.TryGetValue(typed, out var device) ? device.Name : typed;

    public IEnumerable<string> PhonesLike(string typed) =>
        DeviceSearch.Find(catalog, typed).Where(device => device.Class == DeviceClass.Phone).Take(Suggestions).Select(device => device.Name);

    [GeneratedRegex(@"\Atravelers\[([0-9]{1,2})\]\.(count|phone)\z")]
    private static partial Regex RowPattern();
}
