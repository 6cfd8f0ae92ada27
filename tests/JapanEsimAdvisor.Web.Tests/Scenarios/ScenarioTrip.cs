using System.Globalization;
using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Web.Questions;

namespace JapanEsimAdvisor.Web.Tests.Scenarios;

/// <summary>
/// A trip in one line: <c>GB: 2027-07-20 09:30 to 2027-07-29 at NRT, mountains, also KR | mum: typical on
/// apple-iphone-15/US, apart 4 h | 2 × …</c>. Where, when and how come before the first bar, then each kind of
/// traveler: how many, a name, their use, phone and market, and what else is true.
/// </summary>
public static partial class ScenarioTrip
{
    public static Trip Parse(string text, CatalogSnapshot catalog)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var request = new TripRequest { Trip = ParseStay(parts[0]), Travelers = [.. parts.Skip(1).Select(ParseTraveler)] };
        Assert.Empty(new TripRules(catalog, SiteFixture.Today).Check(request));
        return TripMapping.ToTrip(request, catalog, SiteFixture.Today);
    }

    private static TripPart ParseStay(string text)
    {
        var match = Matched(StayPattern(), text);
        var more = Listed(match.Groups["more"].Value);
        return new TripPart
        {
            HomeCountry = match.Groups["home"].Value,
            Arrival = Day(match.Groups["from"].Value),
            ArrivalTime = Time(match.Groups["lands"]),
            Departure = Day(match.Groups["to"].Value),
            DepartureTime = Time(match.Groups["leaves"]),
            Airport = match.Groups["airport"] is { Success: true } airport ? airport.Value : null,
            Areas = [.. more
                .Where(word => !word.StartsWith("also ", StringComparison.Ordinal))
                .Select(word => Enum.Parse<Area>(word, ignoreCase: true))],
            OtherCountries =
            [
                .. more.Where(word => word.StartsWith("also ", StringComparison.Ordinal)).Select(word => word["also ".Length..]),
            ],
        };
    }

    private static TravelerPart ParseTraveler(string text)
    {
        var match = Matched(TravelerPattern(), text);
        var part = new TravelerPart
        {
            Count = match.Groups["count"] is { Success: true } count ? Whole(count.Value) : null,
            Id = match.Groups["id"] is { Success: true } id ? id.Value : null,
            Usage = Use(match.Groups["use"].Value),
            Phone = match.Groups["phone"] is { Success: true } phone ? phone.Value : null,
            PhoneMarket = match.Groups["market"] is { Success: true } market ? market.Value : null,
        };
        return Listed(match.Groups["more"].Value).Aggregate(part, With);
    }

    private static TravelerPart With(TravelerPart part, string what) => what.Split(' ') switch
    {
        ["no", "eSIM"] => part with { Esim = Tristate.No },
        ["eSIM", "unknown"] => part with { Esim = Tristate.Unknown },
        ["eSIM"] => part with { Esim = Tristate.Yes },
        ["locked"] => part with { CarrierLocked = true },
        ["never", "apart"] => part with { HoursApartPerDay = 0 },
        ["apart", var hours, "h"] => part with { HoursApartPerDay = Number(hours) },
        ["never", "alone"] => part with { NeverAlone = true },
        ["reachable"] => part with { ReachableWhenApart = true },
        ["with", var device] => part with { Devices = [.. part.Devices ?? [], device] },
        ["customer", "of", var home]
            => part with { HomeOperator = home.Split('/')[0], HomePlan = home.Split('/').Skip(1).FirstOrDefault() },
        _ => throw new FormatException(what),
    };

    private static UsagePart Use(string text) => text.Split(' ') switch
    {
        [var gb, "GB"] => new UsagePart { GbPerDay = Number(gb) },
        [var profile] => new UsagePart { Profile = profile },
        _ => new UsagePart
        {
            Activities = text
            .Split('+', StringSplitOptions.TrimEntries)
            .Select(one => one.Split(' '))
            .ToDictionary(one => one[0], one => Number(one[1]))
        },
    };

    private static Match Matched(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match : throw new FormatException(text);

    private static string[] Listed(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(Group group) =>
        group.Success ? TimeOnly.ParseExact(group.Value, "HH:mm", CultureInfo.InvariantCulture) : null;

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<home>[A-Z]{2}): (?<from>\S+)( (?<lands>\d\d:\d\d))?"
            + @" to (?<to>[^\s,]+)( (?<leaves>\d\d:\d\d))?( at (?<airport>[A-Z]{3}))?(?<more>(, .+)*)$")]
    private static partial Regex StayPattern();

    [GeneratedRegex(
        @"^((?<count>\d+) × )?((?<id>[a-z0-9-]+): )?(?<use>[^,]+?)( on (?<phone>[a-z0-9-]+)(/(?<market>[A-Z]{2}))?)?(?<more>(, .+)*)$")]
    private static partial Regex TravelerPattern();
}
