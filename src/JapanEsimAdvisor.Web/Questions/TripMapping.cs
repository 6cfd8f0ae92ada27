using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>A request that obeys the rules, as the core's trip; what it left open is filled in and listed.</summary>
public static class TripMapping
{
    private const int DaysAheadWhenUndated = 30;

    private const string UsualProfile = "typical";

    private const string UsualFreeWifi = "hotel";

    public static Trip ToTrip(TripRequest request, CatalogSnapshot catalog, DateOnly today)
    {
        var (trip, preferences) = (request.Trip!, request.Preferences ?? new PreferencesPart());
        return new Trip
        {
            Stay = StayOf(trip, today)!,
            Travelers = [.. Parts(request).Select((part, index) => ToTraveler(part, index, request.Everyone, catalog))],
            Airport = trip.Airport,
            Areas = [.. trip.Areas ?? []],
            Residency = trip.Residency ?? Residency.Visitor,
            HomeCountry = trip.HomeCountry,
            OtherCountries = [.. trip.OtherCountries ?? []],
            Priority = preferences.Priority ?? Priority.Balanced,
            MaxChanceOfRunningOut = preferences.MaxChanceOfRunningOut ?? catalog.Tariff.DefaultMaxChanceOfRunningOut,
            FreeWifiShare = catalog.Usage.FreeWifiShares[preferences.FreeWifi ?? UsualFreeWifi],
            Defaults = [.. Defaults(request)],
        };
    }

    /// <summary>The stay, from dates or from a number of days; null where neither says enough.</summary>
    public static Stay? StayOf(TripPart trip, DateOnly today)
    {
        var arrival = trip.Arrival ?? (trip is { Departure: { } last, Days: { } before } ? last.AddDays(1 - before) : today.AddDays(DaysAheadWhenUndated));
        return (trip.Departure ?? (trip.Days is { } days ? arrival.AddDays(days - 1) : null)) is { } departure
            ? new Stay { Arrival = arrival, Departure = departure, ArrivalTime = trip.ArrivalTime, DepartureTime = trip.DepartureTime }
            : null;
    }

    public static IEnumerable<string> Ids(IReadOnlyList<TravelerPart> travelers) => travelers.Select(IdOf);

    /// <summary>Travelers as asked for, or so many of whom nothing is known.</summary>
    public static IReadOnlyList<TravelerPart> Parts(TripRequest request) => request.Travelers ?? [new TravelerPart { Count = request.People }];

    /// <summary>How many people each traveler stands for, by id; null where that is not said rightly.</summary>
    public static Dictionary<string, int>? PeopleById(TripRequest request)
    {
        var (parts, people) = (Parts(request), new Dictionary<string, int>(StringComparer.Ordinal));
        var isClear = parts.Count > 0 && request is not { People: not null, Travelers: not null } && parts.Zip(Ids(parts)).All(traveler => people.TryAdd(traveler.Second, traveler.First.Count ?? 1));
        return isClear ? people : null;
    }

    private static string IdOf(TravelerPart part, int index) => part.Id ?? FormattableString.Invariant($"t{index + 1}");

    private static Traveler ToTraveler(TravelerPart part, int index, EveryonePart? everyone, CatalogSnapshot catalog) => new()
    {
        Id = IdOf(part, index),
        Count = part.Count ?? 1,
        Phone = IsPhone(part.Phone, catalog) ? part.Phone : null,
        UnknownPhone = part.Phone is null or TravelerPart.NoPhone || IsPhone(part.Phone, catalog) ? null : part.Phone,
        HasPhone = part.Phone != TravelerPart.NoPhone,
        SimSlots = part.SimSlots,
        HotspotBlocked = part.HotspotBlocked ?? false,
        PhoneMarket = part.PhoneMarket,
        Esim = part.Esim,
        CarrierLocked = part.CarrierLocked,
        Devices = [.. (part.Devices ?? []).Where(catalog.Devices.ContainsKey)],
        UnknownDevices = [.. (part.Devices ?? []).Where(name => !catalog.Devices.ContainsKey(name))],
        Use = ToUse(part.Usage ?? everyone?.Usage),
        HoursApartPerDay = HoursApart(part, everyone, catalog.Tariff),
        Group = part.Group,
        NeverAlone = part.NeverAlone ?? false,
        ReachableWhenApart = part.ReachableWhenApart ?? false,
        KeepsHomeLine = part.KeepsHomeLine ?? true,
        NeedsJapaneseNumber = part.NeedsJapaneseNumber ?? false,
        HomeOperator = part.HomeOperator ?? everyone?.HomeOperator,
        HomePlan = part.HomePlan,
        Benefits = [.. part.Benefits ?? []],
    };

    private static bool IsPhone(string? id, CatalogSnapshot catalog) =>
        id is not null && catalog.Devices.TryGetValue(id, out var device) && device.Class == DeviceClass.Phone;

    private static Use ToUse(UsagePart? usage) => usage switch
    {
        { Activities: { } activities } => new Use.Activities(activities.ToImmutableSortedDictionary(StringComparer.Ordinal)),
        { GbPerDay: { } gb } => new Use.Measured(gb),
        { GbPerMonthAtHome: { } gb } => new Use.AtHome(gb),
        _ => new Use.Profile(usage?.Profile ?? UsualProfile),
    };

    /// <summary>What somebody says of themselves; who is never alone is not apart because everyone is.</summary>
    private static double HoursApart(TravelerPart part, EveryonePart? everyone, InconvenienceTariff tariff) => part switch
    {
        { HoursApartPerDay: { } hours } => hours,
        { Apart: { } apart } => HoursOf(apart, tariff),
        { NeverAlone: true } => 0,
        _ => everyone?.HoursApartPerDay ?? HoursOf(everyone?.Apart, tariff),
    };

    private static double HoursOf(Apartness? apart, InconvenienceTariff tariff) => apart switch
    {
        Apartness.Sometimes => tariff.ApartSometimesHours,
        Apartness.Often => tariff.ApartOftenHours,
        _ => 0,
    };

    private static IEnumerable<string> Defaults(TripRequest request)
    {
        if (request.Trip!.Arrival is null && request.Trip.Departure is null)
        {
            yield return "dates-assumed";
        }

        var parts = Parts(request);
        if (request.Everyone?.Usage is null && parts.Any(part => part.Usage is null))
        {
            yield return "usage-assumed";
        }

        if (request.Everyone is not ({ Apart: not null } or { HoursApartPerDay: not null }) && parts.Sum(part => part.Count ?? 1) > 1 && parts.Any(part => part is { Apart: null, HoursApartPerDay: null, NeverAlone: not true }))
        {
            yield return "together-assumed";
        }

        if (parts.Any(part => part is { Phone: null, Esim: null }))
        {
            yield return "phones-unknown";
        }

        if (parts.Any(part => part.Usage?.Activities is not null) && request.Preferences?.FreeWifi is null)
        {
            yield return "free-wifi-assumed";
        }
    }
}
