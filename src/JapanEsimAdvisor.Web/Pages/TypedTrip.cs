using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Web.Trips;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Pages;

/// <summary>
/// What an address says of a trip, by the names of the form's fields: short names written out, rows of travelers where they
/// were typed, so many people as a first row, a number of days as a last day.
/// </summary>
public sealed partial class TypedTrip
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public TypedTrip(IQueryCollection query, DateOnly today)
    {
        var said = ShortForm.Expand([.. query], [])
            .Where(pair => TripReader.Knows(pair.Key) && !StringValues.IsNullOrEmpty(pair.Value))
            .Select(pair => (Path: pair.Key, Value: pair.Value.ToString()))
            .ToList();
        IsEmpty = said.Count == 0;
        foreach (var (path, value) in said)
        {
            _values[path] = value;
        }

        Rows = said.Where(pair => pair.Value.Trim().Length > 0).Select(pair => RowOf(pair.Path) + 1 ?? 0).DefaultIfEmpty(0).Max();
        SayPeople();
        SayLastDay(today);
    }

    /// <summary>Whether nothing was said, so that what usually holds can be offered.</summary>
    public bool IsEmpty { get; }

    /// <summary>Rows of travelers up to the last that says something.</summary>
    public int Rows { get; }

    public string? this[string path] => _values.GetValueOrDefault(path);

    private void SayPeople()
    {
        if (Rows == 0 && this["people"] is { } people)
        {
            _values["travelers[0].count"] = people;
        }
    }

    private void SayLastDay(DateOnly today)
    {
        var trip = new TripPart { Arrival = DateAt("trip.arrival"), Departure = DateAt("trip.departure"), Days = DaysAt("trip.days") };
        if (trip.Days is not null && TripMapping.StayOf(trip, today) is { } stay)
        {
            _values.TryAdd("trip.arrival", stay.Arrival.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            _values.TryAdd("trip.departure", stay.Departure.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private DateOnly? DateAt(string path) =>
        DateOnly.TryParseExact(this[path], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private int? DaysAt(string path) =>
        int.TryParse(this[path], CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= TripRules.MostDays ? days : null;

    private static int? RowOf(string path) => Row().Match(path) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^travelers\[([0-9]{1,2})\]")]
    private static partial Regex Row();
}
