using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Web.Pages.Forms;

/// <summary>Everything one can say of a traveler, or of several alike.</summary>
/// <param name="Row">The traveler's index in the address.</param>
public sealed partial record TravelerCard(TripForm Form, int Row)
{
    private const int MostDevices = 10;

    private const int DevicesOffered = 2;

    private static readonly string[] Plain =
    [
        "name", "count", "phone", "phoneMarket", "carrierLocked", "esim", "usage.profile", "usage.gbPerDay", "hoursApartPerDay", "group", "neverAlone", "reachableWhenApart",
        "keepsHomeLine", "needsJapaneseNumber", "homeOperator", "homePlan",
    ];

    /// <summary>Fields of the part that stands open only where it says something.</summary>
    private static readonly string[] Further =
        ["carrierLocked", "esim", "group", "neverAlone", "reachableWhenApart", "keepsHomeLine", "needsJapaneseNumber", "homeOperator", "homePlan"];

    /// <summary>Whether a card has a field for a path below the traveler.</summary>
    public static bool Shows(string field) => Plain.Contains(field, StringComparer.Ordinal) || field == "devices" || Listed().IsMatch(field);

    /// <summary>The field that asks for what has none of its own; null where none does.</summary>
    public static string? AskedBy(string field) => field switch
    {
        "usage" or "usage.activities" => "usage.profile",
        "apart" => "hoursApartPerDay",
        "devices" => "devices[0]",
        "" => "count",
        _ => null,
    };

    public int Number => Form.NumberOf(Row);

    public string At(string field) => $"travelers[{Row}].{field}";

    public string Value(string field, string usual = "") => Form.Value(At(field), usual);

    /// <summary>Hours apart: a word of a link stands for the hours it means.</summary>
    public string Hours => Value("hoursApartPerDay") is { Length: > 0 } typed ? typed : Value("apart") switch
    {
        "never" => "0",
        "sometimes" => Text(Form.Catalog.Tariff.ApartSometimesHours),
        "often" => Text(Form.Catalog.Tariff.ApartOftenHours),
        var other => other,
    };

    /// <summary>Names of further devices as typed, with room for one more.</summary>
    public IReadOnlyList<string> Devices
    {
        get
        {
            var typed = Value("devices").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Form.DeviceName).ToList();
            return [.. typed, .. Enumerable.Repeat(string.Empty, Math.Clamp(MostDevices - typed.Count, 0, Math.Max(1, DevicesOffered - typed.Count)))];
        }
    }

    public IEnumerable<Seller> Operators => Form.Catalog.Sellers.Values
        .Where(seller => seller.Kind == SellerKind.HomeOperator)
        .OrderBy(seller => seller.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Seller> WithTariffs => Operators.Where(seller => !seller.Tariffs.IsEmpty);

    public bool IsFurther => Further.Select(At).Any(Form.IsTouched);

    private static string Text(double hours) => hours.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(devices\[[0-9]\]|usage\.activities\..+)$")]
    private static partial Regex Listed();
}
