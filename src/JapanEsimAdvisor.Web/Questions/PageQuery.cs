using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>
/// What an address says of a trip on a page. The short form carries along unseen what was said of each traveler elsewhere; a row whose fields were all
/// emptied there is a traveler taken out, with everything carried along.
/// </summary>
public static partial class PageQuery
{
    /// <summary>The parameter by which the short form says that it carries something along unseen.</summary>
    public const string Form = "form";

    public const string RowsOnly = "rows";

    /// <summary>Fields of a row that the short form shows.</summary>
    public static readonly IReadOnlyList<string> Shown = ["count", "phone", "group", "neverAlone", "reachableWhenApart"];

    /// <summary>Parameters of the trip, in order; blank ones included, travelers taken out left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> TripOf(IQueryCollection query)
    {
        var given = query.Where(parameter => TripAddress.Holds(parameter.Key)).ToList();
        if (query[Form] != RowsOnly)
        {
            return given;
        }

        var filled = given.Where(pair => IsShown(pair.Key) && !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => RowOf(pair.Key)).ToHashSet();
        var rows = given.Where(pair => IsShown(pair.Key)).Select(pair => RowOf(pair.Key)).ToHashSet();
        return [.. given.Where(pair => RowOf(pair.Key) is not { } row || !rows.Contains(row) || filled.Contains(row))];
    }

    /// <summary>What the address says of the trip, value by value; blank ones left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ValuesOf(IQueryCollection query) =>
        from parameter in TripOf(query)
        from value in parameter.Value
        where !string.IsNullOrWhiteSpace(value)
        select KeyValuePair.Create(parameter.Key, value);

    /// <summary>The row of travelers a path belongs to; null for all others.</summary>
    public static int? RowOf(string path) =>
        Row().Match(path) is { Success: true } match ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A path below a traveler's row, such as <c>usage.profile</c>; the whole path for all others.</summary>
    public static string BelowRow(string path) => Row().Replace(path, string.Empty);

    private static bool IsShown(string path) => RowOf(path) is not null && Shown.Contains(BelowRow(path), StringComparer.Ordinal);

    [GeneratedRegex(@"^travelers\[([0-9]{1,2})\]\.?")]
    private static partial Regex Row();
}
