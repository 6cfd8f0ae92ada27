using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Questions;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>
/// What an address says of a trip, by the names of the form's fields: short names written out, rows of travelers where they
/// were typed, so many people as a first row, a number of days as a last day.
/// </summary>
public sealed partial class TypedTrip
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private readonly HashSet<string> _derived = new(StringComparer.Ordinal);

    public TypedTrip(IQueryCollection query, DateOnly today)
    {
        var said = ShortForm.Expand(PageQuery.TripOf(query), [])
            .Where(pair => TripLink.IsPath(pair.Key) && !StringValues.IsNullOrEmpty(pair.Value))
            .Select(pair => (Path: pair.Key, Value: string.Join(',', pair.Value.Where(value => !string.IsNullOrWhiteSpace(value)))))
            .ToList();
        IsEmpty = said.Count == 0;
        foreach (var (path, value) in said)
        {
            _values[path] = value;
        }

        GivenRows = [.. said.Where(pair => pair.Value.Trim().Length > 0).Select(pair => PageQuery.RowOf(pair.Path)).OfType<int>().Distinct().Order()];
        DerivePeople();
        DeriveDates(today);
    }

    /// <summary>Whether nothing was said, so that what usually holds can be offered.</summary>
    public bool IsEmpty { get; }

    /// <summary>Rows of travelers that say something, in order.</summary>
    public IReadOnlyList<int> GivenRows { get; private set; }

    /// <summary>Rows of travelers up to the last that says something.</summary>
    public int Rows => GivenRows.Count == 0 ? 0 : GivenRows[^1] + 1;

    /// <summary>Everything that was said, but for what was worked out of it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given => _values.Where(pair => pair.Value.Trim().Length > 0 && !_derived.Contains(pair.Key));

    /// <summary>What was typed for a path; an entry of a list by its index.</summary>
    public string? this[string path] => _values.GetValueOrDefault(path) ?? (EntryPattern().Match(path) is { Success: true } entry
        ? _values.GetValueOrDefault(entry.Groups[1].Value)?.Split(',').ElementAtOrDefault(int.Parse(entry.Groups[2].Value, CultureInfo.InvariantCulture))?.Trim()
        : null);

    private void DerivePeople()
    {
        if (Rows == 0 && this["people"] is { } people)
        {
            Derive("travelers[0].count", people);
            GivenRows = [0];
        }
    }

    private void DeriveDates(DateOnly today)
    {
        var trip = new TripPart { Arrival = DateAt("trip.arrival"), Departure = DateAt("trip.departure"), Days = DaysAt("trip.days") };
        if (trip.Days is not null && TripMapping.StayOf(trip, today) is { } stay)
        {
            Derive("trip.arrival", stay.Arrival.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Derive("trip.departure", stay.Departure.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private void Derive(string path, string value)
    {
        if (_values.TryAdd(path, value))
        {
            _derived.Add(path);
        }
    }

    private DateOnly? DateAt(string path) => DateForms.Date(this[path]);

    private int? DaysAt(string path) =>
        int.TryParse(this[path], CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= TripRules.MostDays ? days : null;

    [GeneratedRegex(@"^(.+)\[([0-9]{1,2})\]$")]
    private static partial Regex EntryPattern();
}
