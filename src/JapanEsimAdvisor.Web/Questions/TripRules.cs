using System.Text.RegularExpressions;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Questions;

/// <summary>What makes a request answerable, once for page and API. Finds every error.</summary>
/// <param name="today">Today in Japan.</param>
public sealed partial class TripRules(CatalogSnapshot catalog, DateOnly today)
{
    public const int MostPeople = Core.Trips.Trip.MostPeople;

    public const int MostDays = Core.Trips.Trip.MostDays;

    private const int MostYearsAhead = 2;

    private const int MostDevices = 10;

    private const int MostLettersOfADevice = 80;

    public static readonly DateOnly Earliest = new(2020, 1, 1);

    /// <summary>The contract's parts; flip-points comes back null until it is served.</summary>
    private static readonly string[] Includes = ["frontier", "flip-points", "percentiles", "why-not", "fair-split", "backup"];

    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Check(TripRequest request)
    {
        CheckTrip(request.Trip);
        CheckPeople(request);
        CheckUsage(request.Everyone?.Usage, "everyone.usage");
        CheckHours(request.Everyone?.HoursApartPerDay, request.Everyone?.Apart, "everyone");
        CheckOperator(request.Everyone?.HomeOperator, null, "everyone");
        CheckPreferences(request.Preferences);
        foreach (var part in (request.Include ?? []).Where(part => !Includes.Contains(part, StringComparer.Ordinal)))
        {
            Add("include", "unknown-include", ("value", part), ("known", string.Join(", ", Includes)));
        }

        CheckWhyNot(request.WhyNot ?? []);
        return _errors;
    }

    private void Add(string path, string code, params IReadOnlyList<(string Name, object Value)> arguments) => _errors.Add(new FieldError(path, code, arguments));

    private void CheckTrip(TripPart? trip)
    {
        if (trip is null || (trip.Days is null && (trip.Arrival is null || trip.Departure is null)))
        {
            Add(trip?.Arrival is null ? "trip.arrival" : "trip.departure", "dates-required");
        }

        if (trip is null)
        {
            return;
        }

        CheckDates(trip);
        if (_errors.Count == 0)
        {
            CheckTimes(trip);
        }

        CheckPlaces(trip);
    }

    private void CheckDates(TripPart trip)
    {
        if (trip.Days is < 1 or > MostDays)
        {
            Add("trip.days", "days-out-of-range", ("most", MostDays));
        }
        else if (trip is { Days: { } days, Arrival: { } from, Departure: { } to } && to.DayNumber - from.DayNumber + 1 != days)
        {
            Add("trip.days", "days-contradict-dates");
        }

        if (trip is { Arrival: { } arrival, Departure: { } departure })
        {
            CheckOrder(arrival, departure);
        }

        CheckDistance(trip.Arrival, "trip.arrival", today.AddYears(MostYearsAhead));
        CheckDistance(trip.Departure, "trip.departure", today.AddYears(MostYearsAhead).AddDays((trip is { Arrival: null, Days: >= 1 and <= MostDays } ? trip.Days.Value : MostDays) - 1));
    }

    private void CheckDistance(DateOnly? date, string path, DateOnly latest)
    {
        if (date > latest)
        {
            Add(path, "too-far-ahead", ("date", latest));
        }
        else if (date < Earliest)
        {
            Add(path, "too-long-ago", ("date", Earliest));
        }
    }

    private void CheckOrder(DateOnly arrival, DateOnly departure)
    {
        if (departure < arrival)
        {
            Add("trip.departure", "departure-before-arrival");
        }
        else if (departure.DayNumber - arrival.DayNumber >= MostDays)
        {
            Add("trip.departure", "too-long", ("most", MostDays));
        }
    }

    private void CheckTimes(TripPart trip)
    {
        if (trip is { ArrivalTime: { } lands, DepartureTime: { } leaves } && TripMapping.StayOf(trip, today) is { } stay && stay.Arrival == stay.Departure && leaves <= lands)
        {
            Add("trip.departureTime", "departure-before-arrival");
        }
    }

    private void CheckPlaces(TripPart trip)
    {
        if (trip.Airport is { } airport && !catalog.Airports.ContainsKey(airport))
        {
            Add("trip.airport", "unknown-airport", ("value", airport), ("known", string.Join(", ", catalog.Airports.Keys.Order(StringComparer.Ordinal))));
        }

        CheckCountry(trip.HomeCountry, "trip.homeCountry");
        for (var index = 0; index < (trip.OtherCountries?.Count ?? 0); index++)
        {
            CheckCountry(trip.OtherCountries![index], FormattableString.Invariant($"trip.otherCountries[{index}]"));
        }
    }

    private void CheckCountry(string? code, string path)
    {
        if (code is not null && !Countries.Knows(code))
        {
            Add(path, "unknown-country", ("value", code));
        }
    }

    private void CheckPeople(TripRequest request)
    {
        switch (request)
        {
            case { People: not null, Travelers: not null }:
                Add("people", "people-and-travelers");
                CheckTravelers(request.Travelers);
                break;
            case { People: null, Travelers: null or { Count: 0 } }:
                Add("people", "people-required");
                break;
            case { People: < 1 or > MostPeople }:
                Add("people", "people-out-of-range", ("most", MostPeople));
                break;
            default:
                CheckTravelers(request.Travelers ?? []);
                break;
        }
    }

    private void CheckTravelers(IReadOnlyList<TravelerPart> travelers)
    {
        for (var index = 0; index < travelers.Count; index++)
        {
            CheckTraveler(travelers[index], FormattableString.Invariant($"travelers[{index}]"));
        }

        if (travelers.Sum(traveler => (long)(traveler.Count ?? 1)) > MostPeople)
        {
            Add("travelers", "people-out-of-range", ("most", MostPeople));
        }

        var ids = TripMapping.Ids(travelers).ToList();
        for (var index = 0; index < ids.Count; index++)
        {
            if (ids.IndexOf(ids[index]) < index)
            {
                Add(FormattableString.Invariant($"travelers[{index}].id"), "id-taken", ("value", ids[index]));
            }
        }
    }

    private void CheckTraveler(TravelerPart traveler, string path)
    {
        Require(traveler.Count is null or (>= 1 and <= MostPeople), path + ".count", "people-out-of-range", ("most", MostPeople));
        Require(traveler.Id is null || IdPattern().IsMatch(traveler.Id), path + ".id", "id-form");
        Require(traveler.Name is null or { Length: <= 40 }, path + ".name", "too-long-text", ("most", 40));
        Require(traveler.Group is null or { Length: <= 20 }, path + ".group", "too-long-text", ("most", 20));
        Require(!FreeText.Disturbs(traveler.Name), path + ".name", "control-characters");
        Require(!FreeText.Disturbs(traveler.Group), path + ".group", "control-characters");
        CheckPhone(traveler, path);
        CheckCountry(traveler.PhoneMarket, path + ".phoneMarket");
        CheckDevices(traveler.Devices ?? [], path + ".devices");
        CheckUsage(traveler.Usage, path + ".usage");
        CheckApart(traveler, path);
        CheckOperator(traveler.HomeOperator, traveler.HomePlan, path);
        CheckBenefits(traveler.Benefits ?? [], path + ".benefits");
    }

    private void Require(bool holds, string path, string code, params IReadOnlyList<(string Name, object Value)> arguments)
    {
        if (!holds)
        {
            Add(path, code, arguments);
        }
    }

    private void CheckPhone(TravelerPart traveler, string path)
    {
        CheckDeviceName(traveler.Phone, path + ".phone");
        Require(traveler.SimSlots is null or (>= 0 and <= 2), path + ".simSlots", "number-out-of-range", ("least", 0), ("most", 2));
    }

    private void CheckDevices(IReadOnlyList<string> devices, string path)
    {
        Require(devices.Count <= MostDevices, path, "too-many-devices", ("most", MostDevices));
        for (var index = 0; index < devices.Count; index++)
        {
            CheckDeviceName(devices[index], FormattableString.Invariant($"{path}[{index}]"));
        }
    }

    private void CheckDeviceName(string? name, string path)
    {
        Require(name is null or { Length: <= MostLettersOfADevice }, path, "too-long-text", ("most", MostLettersOfADevice));
        Require(!FreeText.Disturbs(name), path, "control-characters");
    }

    private void CheckUsage(UsagePart? usage, string path)
    {
        if (usage is null)
        {
            return;
        }

        var ways = new object?[] { usage.Profile, usage.Activities, usage.GbPerDay, usage.GbPerMonthAtHome }.Count(way => way is not null);
        Require(ways == 1, path, ways == 0 ? "usage-required" : "usage-twice");
        Require(usage.Profile is null || catalog.Usage.Profiles.Any(profile => profile.Id == usage.Profile), path + ".profile", "unknown-profile", ("value", usage.Profile ?? string.Empty));
        Require(usage.GbPerDay is null or (>= 0 and <= 100), path + ".gbPerDay", "number-out-of-range", ("least", 0), ("most", 100));
        Require(usage.GbPerMonthAtHome is null or (>= 0 and <= 1000), path + ".gbPerMonthAtHome", "number-out-of-range", ("least", 0), ("most", 1000));
        foreach (var (activity, hours) in usage.Activities ?? new Dictionary<string, double>())
        {
            var at = path + ".activities." + activity;
            Require(catalog.Usage.Activities.Any(known => known.Id == activity), at, "unknown-activity", ("value", activity));
            Require(hours is >= 0 and <= 24, at, "number-out-of-range", ("least", 0), ("most", 24));
        }
    }

    private void CheckApart(TravelerPart traveler, string path)
    {
        CheckHours(traveler.HoursApartPerDay, traveler.Apart, path);
        Require(
            traveler is not ({ NeverAlone: true, HoursApartPerDay: > 0 } or { NeverAlone: true, Apart: Apartness.Sometimes or Apartness.Often }),
            path + ".neverAlone",
            "never-alone-but-apart");
    }

    private void CheckHours(double? hours, Apartness? apart, string path)
    {
        Require(hours is null or (>= 0 and <= 24), path + ".hoursApartPerDay", "number-out-of-range", ("least", 0), ("most", 24));
        Require(hours is null || apart is null, path + ".apart", "apart-twice");
    }

    private void CheckOperator(string? home, string? tariff, string path)
    {
        if (home is null)
        {
            Require(tariff is null, path + ".homePlan", "tariff-without-operator");
            return;
        }

        if (!catalog.Sellers.TryGetValue(home, out var seller) || seller.Kind != SellerKind.HomeOperator)
        {
            Add(path + ".homeOperator", "unknown-operator", ("value", home));
        }
        else if (tariff is not null && seller.Tariffs.All(known => known.Id != tariff))
        {
            Add(path + ".homePlan", "unknown-tariff", ("value", tariff));
        }
    }

    private void CheckBenefits(IReadOnlyList<string> benefits, string path)
    {
        for (var index = 0; index < benefits.Count; index++)
        {
            Require(catalog.Plans.Any(plan => plan.Condition?.Value == benefits[index]), FormattableString.Invariant($"{path}[{index}]"), "unknown-benefit", ("value", benefits[index]));
        }
    }

    private void CheckPreferences(PreferencesPart? preferences)
    {
        if (preferences?.Currency is { } currency)
        {
            Require(catalog.Rates.Knows(currency), "preferences.currency", "unknown-currency", ("value", currency), ("known", string.Join(", ", catalog.Rates.ByCurrency.Keys.Order(StringComparer.Ordinal))));
        }

        Require(preferences?.MaxChanceOfRunningOut is null or (>= 0.01 and <= 0.9), "preferences.maxChanceOfRunningOut", "number-out-of-range", ("least", 0.01), ("most", 0.9));
        Require(preferences?.FreeWifi is null || catalog.Usage.FreeWifiShares.ContainsKey(preferences.FreeWifi), "preferences.freeWifi", "unknown-free-wifi", ("value", preferences?.FreeWifi ?? string.Empty));
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,32}\z")]
    private static partial Regex IdPattern();
}
