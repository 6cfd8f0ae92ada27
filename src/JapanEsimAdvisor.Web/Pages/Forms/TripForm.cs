using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>The form of a trip with what was typed and what was wrong with it.</summary>
public sealed class TripForm : IFieldErrors
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

    private static readonly string[] Details = ["trip.homeCountry", "trip.airport", "trip.arrivalTime", "trip.departureTime", "preferences.priority", "preferences.currency"];

    private static readonly string[] Fields =
        ["trip.arrival", "trip.departure", "everyone.usage.profile", "everyone.usage.gbPerDay", "everyone.apart", "everyone.hoursApartPerDay", .. Details];

    /// <summary>Never carried along: other fields say the same, or they belong to the trip as it was.</summary>
    private static readonly string[] NotCarried = ["people", "trip.days", "preferences.basket", "whyNot", "include"];

    private static readonly string[] Splitting = ["group", "neverAlone", "reachableWhenApart"];

    /// <summary>Sub-groups offered, with the key of their name.</summary>
    private static readonly (string Group, string Name)[] SubGroups = [("A", "form.group.a"), ("B", "form.group.b"), ("C", "form.group.c")];

    /// <summary>What has no field of its own is asked for by another.</summary>
    private static readonly Dictionary<string, string> AskedBy = new(StringComparer.Ordinal)
    {
        ["trip"] = "trip.arrival",
        ["trip.days"] = "trip.departure",
        ["everyone.usage"] = "everyone.usage.profile",
    };

    private readonly CatalogInService _catalog;

    private readonly TypedTrip _typed;

    private readonly IReadOnlyList<FieldError> _errors;

    private readonly FieldWords _said;

    /// <param name="isFull">Whether each traveler has a card with everything one can say of them, in place of a row; null: a card where a row could not show what is wrong.</param>
    public TripForm(IQueryCollection query, CatalogInService catalog, Words words, DateOnly today, IReadOnlyList<FieldError> errors, bool? isFull = false)
    {
        (_typed, _catalog, Words, Today, _errors) = (new TypedTrip(query, today), catalog, words, today, errors);
        IsFull = isFull ?? _typed.Given.Any(pair => PageQuery.RowOf(pair.Key) is not null && !PageQuery.Shown.Contains(PageQuery.BelowRow(pair.Key), StringComparer.Ordinal));
        Rows = IsFull ? (_typed.GivenRows.Count > 0 ? _typed.GivenRows : [0, 1]) : [.. Enumerable.Range(0, Math.Max(RowsOffered, Math.Min(MostRows, _typed.Rows)))];
        _said = new FieldWords(words, path => _typed[path], row => _typed.GivenRows.Count > 1 ? NumberOf(row) : null);
    }

    public Words Words { get; }

    public CatalogSnapshot Catalog => _catalog.Snapshot;

    public IReadOnlyList<FieldError> Errors => _errors;

    public bool IsFull { get; }

    public string Action => $"/{Words.Language.Slug}/result";

    /// <summary>The page with a card for each traveler.</summary>
    public string Cards => $"/{Words.Language.Slug}/travelers";

    /// <summary>The page that estimates gigabytes from hours.</summary>
    public string Estimator => $"/{Words.Language.Slug}/usage";

    public DateOnly Today { get; }

    /// <summary>Indices of travelers in the address: those offered, or of cards those that say something.</summary>
    public IReadOnlyList<int> Rows { get; }

    public IEnumerable<string> Airports => Catalog.Airports.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Profiles => Catalog.Usage.Profiles.Select(profile => profile.Id);

    public IEnumerable<string> Apartnesses => Enum.GetValues<Apartness>().Select(value => value.Wire());

    public IEnumerable<string> Priorities => Enum.GetValues<Priority>().Select(value => value.Wire());

    public IEnumerable<string> Currencies => Catalog.Rates.ByCurrency.Keys.Order(StringComparer.Ordinal);

    public IEnumerable<string> Phones => NamesOf(device => device.Class == DeviceClass.Phone);

    public IEnumerable<string> OtherDevices => NamesOf(device => device.Class != DeviceClass.Phone);

    /// <summary>Whether the part with further questions should stand open: something in it was answered or is wrong.</summary>
    public bool IsDetailed => Details.Any(IsTouched);

    /// <summary>Whether the part on splitting up of a row should stand open.</summary>
    public bool IsSplitting(int row) => Splitting.Any(field => IsTouched($"travelers[{row}].{field}"));

    /// <summary>Whether a field was filled in or is wrong.</summary>
    public bool IsTouched(string path) => !string.IsNullOrWhiteSpace(_typed[path]) || ErrorAt(path) is not null;

    public bool IsTicked(string path, bool value = true) => bool.TryParse(_typed[path], out var ticked) && ticked == value;

    /// <summary>What is said of a traveler or everybody below a path, such as hours by activity.</summary>
    public IEnumerable<KeyValuePair<string, string>> GivenBelow(string path) => _typed.Given.Where(pair => pair.Key.StartsWith(path + ".", StringComparison.Ordinal));

    /// <summary>How the use is said where it is not chosen from the list; null where it is not said otherwise.</summary>
    public string? OtherUse(string person) =>
        GivenBelow(person + ".usage.activities").Any() ? Words["form.usage.from-hours"] : !string.IsNullOrWhiteSpace(_typed[person + ".usage.gbPerMonthAtHome"]) ? Words["form.usage.at-home"] : null;

    /// <summary>What was said and has no field here: carried along unseen, but for what is wrong.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried => _typed.Given.Where(pair =>
        !NotCarried.Contains(pair.Key, StringComparer.Ordinal)
        && !pair.Key.StartsWith("whyNot[", StringComparison.Ordinal)
        && !IsField(pair.Key)
        && !(IsFull && TravelerCard.AskedBy(PageQuery.BelowRow(pair.Key)) is not null)
        && !_errors.Any(error => error.Path == pair.Key || error.Path.StartsWith(pair.Key + "[", StringComparison.Ordinal) || pair.Key.StartsWith(error.Path + ".", StringComparison.Ordinal)));

    /// <summary>Whether something is carried along of a traveler, so that an emptied row must take it out.</summary>
    public bool CarriesTravelers => Carried.Any(pair => PageQuery.RowOf(pair.Key) is not null);

    /// <summary>Sub-groups to choose from, and one of another name that the address holds.</summary>
    public IEnumerable<(string Group, string Name)> GroupsFor(int row)
    {
        var named = SubGroups.Select(group => (group.Group, Words[group.Name]));
        return _typed[$"travelers[{row}].group"]?.Trim() is { Length: > 0 } own && !SubGroups.Any(group => group.Group == own) ? named.Append((own, own)) : named;
    }

    /// <summary>What was typed, else what usually holds.</summary>
    public string Value(string path, string usual = "") => _typed[path] ?? (_typed.IsEmpty ? usual : string.Empty);

    /// <summary>People of a row as typed; who is spoken of without a number is one.</summary>
    public string Count(int row) => Value($"travelers[{row}].count") is { Length: > 0 } typed ? typed : IsFull || _typed.GivenRows.Contains(row) ? "1" : Value(string.Empty, row == 0 ? "2" : string.Empty);

    /// <summary>People in all; null where nobody is spoken of, or a number is none.</summary>
    public int? People
    {
        get
        {
            var typed = Rows.Union(_typed.GivenRows).Select(row => Count(row).Trim()).Where(count => count.Length > 0).ToList();
            var counts = typed.ConvertAll(count => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : 0);
            return counts.Count > 0 && counts.TrueForAll(people => people > 0) ? (int)Math.Min(int.MaxValue, counts.Sum(people => (long)people)) : null;
        }
    }

    /// <summary>The option to show as chosen: a list always shows one, so where nothing was typed it must be the one that the advice uses.</summary>
    public string Choice(string path, string usual) => string.IsNullOrWhiteSpace(_typed[path]) ? usual : _typed[path]!;

    /// <summary>What is chosen in the list of apartness; null where hours were given instead.</summary>
    public string? ApartnessShown => Value("everyone.hoursApartPerDay").Length > 0 && Value("everyone.apart").Length == 0 ? null : Choice("everyone.apart", "never");

    /// <summary>The traveler's number on the page, from 1.</summary>
    public int NumberOf(int row) => Rows.TakeWhile(shown => shown != row).Count() + 1;

    public string Say(FieldError error) => _said.Say(error);

    /// <summary>What the form calls a field.</summary>
    public string Label(string path) => _said.NameOf(path)!;

    public string? ErrorAt(string path) => _errors.Where(error => FieldOf(error) == path).Select(Say).ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;

    /// <summary>The field to look at for an error; null where the form has none for it.</summary>
    public string? FieldOf(FieldError error)
    {
        var path = error.Path is "people" or "travelers" ? $"travelers[{Rows[0]}].count" : AskedBy.GetValueOrDefault(error.Path, error.Path);
        return IsField(path) ? path : PageQuery.RowOf(path) is { } row && TravelerCard.AskedBy(PageQuery.BelowRow(path)) is { } other && IsField($"travelers[{row}].{other}") ? $"travelers[{row}].{other}" : null;
    }

    /// <summary>The id an error summary links to.</summary>
    public static string IdOf(string path) => path.Replace('.', '-').Replace('[', '-').Replace("]", string.Empty, StringComparison.Ordinal);

    /// <summary>A device's name where the address holds its id.</summary>
    public string DeviceName(string typed) => Catalog.Devices.TryGetValue(typed, out var device) ? device.Name : typed;

    /// <summary>Devices that a typed name can mean, where none is surely meant; empty where one is, or nothing is typed.</summary>
    public IEnumerable<string> NamesLike(string typed, bool isPhone = true) => string.IsNullOrWhiteSpace(typed)
        ? []
        : _catalog.Devices.Read(typed, device => device.Class == DeviceClass.Phone == isPhone).Candidates.Take(Suggestions).Select(device => device.Name);

    private bool IsField(string path) => PageQuery.RowOf(path) is not { } row
        ? Fields.Contains(path, StringComparer.Ordinal)
        : Rows.Contains(row) && (IsFull ? TravelerCard.Shows(PageQuery.BelowRow(path)) : PageQuery.Shown.Contains(PageQuery.BelowRow(path), StringComparer.Ordinal));

    private IEnumerable<string> NamesOf(Func<Device, bool> isMeant) => Catalog.Devices.Values
        .Where(isMeant)
        .Select(device => device.Name)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.OrdinalIgnoreCase);
}
