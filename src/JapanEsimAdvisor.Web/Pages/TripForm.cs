using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Text;
using JapanEsimAdvisor.Web.Trips;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>The form of a trip with what was typed and what was wrong with it.</summary>
public sealed class TripForm(IQueryCollection query, CatalogSnapshot catalog, Words words, DateOnly today, IReadOnlyList<FieldError> errors)
{
    private const int RowsOffered = 3;

    private const int MostRows = 12;

    private const int Suggestions = 3;

    /// <summary>Countries most visitors of Japan come from (JNTO arrivals), then the rest of those we have names for.</summary>
    public static readonly IReadOnlyList<string> Homes =
    [
        "CN", "KR", "TW", "US", "HK", "TH", "AU", "PH", "SG", "VN", "MY", "ID", "CA", "GB", "FR", "DE", "IT", "ES", "IN", "MO", "NL", "NZ", "MX", "BR", "CH", "SE",
        "PL", "BE", "AT", "DK", "FI", "NO", "IE", "PT", "IL", "TR", "AE", "JP",
    ];

    private static readonly string[] Details = ["trip.homeCountry", "trip.airport", "trip.arrivalTime", "trip.departureTime", "preferences.currency"];

    private static readonly string[] Fields = ["trip.arrival", "trip.departure", "everyone.usage.profile", "everyone.apart", "everyone.hoursApartPerDay", .. Details];

    private static readonly string[] Splitting = ["group", "neverAlone", "reachableWhenApart"];

    private static readonly string[] FieldsOfARow = ["count", "phone", .. Splitting];

    /// <summary>Sub-groups offered, with the key of their name.</summary>
    private static readonly (string Group, string Name)[] SubGroups = [("A", "form.group.a"), ("B", "form.group.b"), ("C", "form.group.c")];

    /// <summary>What has no field of its own is asked for by another.</summary>
    private static readonly Dictionary<string, string> AskedBy = new(StringComparer.Ordinal)
    {
        ["people"] = "travelers[0].count",
        ["travelers"] = "travelers[0].count",
        ["trip"] = "trip.arrival",
        ["trip.days"] = "trip.departure",
        ["everyone.usage"] = "everyone.usage.profile",
    };

    private readonly TypedTrip _typed = new(query, today);

    public Words Words => words;

    public IReadOnlyList<FieldError> Errors => errors;

    public string Action => $"/{words.Language.Slug}/result";

    public DateOnly Today => today;

    public IEnumerable<int> Rows => Enumerable.Range(0, Math.Max(RowsOffered, Math.Min(MostRows, _typed.Rows)));

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
    public bool IsDetailed => Details.Any(path => !string.IsNullOrWhiteSpace(_typed[path]) || ErrorAt(path) is not null);

    /// <summary>Whether the part on splitting up of a row should stand open.</summary>
    public bool IsSplitting(int row) => Splitting.Select(field => $"travelers[{row}].{field}").Any(path => !string.IsNullOrWhiteSpace(_typed[path]) || ErrorAt(path) is not null);

    public bool IsTicked(string path) => bool.TryParse(_typed[path], out var ticked) && ticked;

    /// <summary>Sub-groups to choose from, and one of another name that the address holds.</summary>
    public IEnumerable<(string Group, string Name)> GroupsFor(int row)
    {
        var named = SubGroups.Select(group => (group.Group, words[group.Name]));
        return _typed[$"travelers[{row}].group"]?.Trim() is { Length: > 0 } own && !SubGroups.Any(group => group.Group == own) ? named.Append((own, own)) : named;
    }

    /// <summary>What was typed, else what usually holds.</summary>
    public string Value(string path, string usual = "") => _typed[path] ?? (_typed.IsEmpty ? usual : string.Empty);

    /// <summary>The option to show as chosen: a list always shows one, so where nothing was typed it must be the one reckoned with.</summary>
    public string Choice(string path, string usual) => string.IsNullOrWhiteSpace(_typed[path]) ? usual : _typed[path]!;

    public string? ErrorAt(string path) => errors.Where(error => FieldOf(error) == path).Select(words.Say).ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;

    /// <summary>The field to look at for an error; null where the form has none for it.</summary>
    public string? FieldOf(FieldError error)
    {
        var path = AskedBy.GetValueOrDefault(error.Path, error.Path);
        return Fields.Contains(path) || Rows.Any(row => FieldsOfARow.Any(field => path == $"travelers[{row}].{field}")) ? path : null;
    }

    /// <summary>The id an error summary links to.</summary>
    public static string IdOf(string path) => path.Replace('.', '-').Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal);

    /// <summary>A phone's name where the address holds its id.</summary>
    public string PhoneName(string typed) => catalog.Devices.TryGetValue(typed, out var device) ? device.Name : typed;

    public IEnumerable<string> PhonesLike(string typed) =>
        DeviceSearch.Find(catalog, typed).Where(device => device.Class == DeviceClass.Phone).Take(Suggestions).Select(device => device.Name);
}
