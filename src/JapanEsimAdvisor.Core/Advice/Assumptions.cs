using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The assumptions of the advice. The party can change each by stating more in the request.</summary>
public static class Assumptions
{
    /// <summary>One notice for each assumption.</summary>
    public static ImmutableArray<Notice> Of(SolvedParty party)
    {
        var (trip, types) = (party.Trip, party.Types);
        var notices = ImmutableArray.CreateBuilder<Notice>();
        foreach (var code in trip.Defaults)
        {
            notices.Add(Notice.Of(code));
        }

        foreach (var type in types)
        {
            notices.Add(OfUse(type));
        }

        AddParty(trip, types, notices);
        AddModel(trip, party.Catalog, notices);
        return notices.DrainToImmutable();
    }

    private static Notice OfUse(TravelerType type)
    {
        var travelers = Ids(type);
        return type.Traveler.Use switch
        {
            Use.Profile(var id) => Notice.For(
                travelers, "usage-profile", ("profile", new NamedCode("profile", id)), ("gb", type.Demand.GbPerDay)),
            Use.Activities => Notice.For(travelers, "usage-activities", ("gb", type.Demand.GbPerDay)),
            Use.AtHome(var gb) => Notice.For(travelers, "usage-at-home", ("month", gb), ("gb", type.Demand.GbPerDay)),
            _ => Notice.For(travelers, "usage-measured", ("gb", type.Demand.GbPerDay)),
        };
    }

    private static void AddParty(Trip trip, ImmutableArray<TravelerType> types, ImmutableArray<Notice>.Builder notices)
    {
        if (types.Any(type => type.Traveler.CarrierLocked is null))
        {
            notices.Add(Notice.For(types.Where(type => type.Traveler.CarrierLocked is null).SelectMany(Ids), "phone-unlocked"));
        }

        if (types.Any(type => type.Phone.EsimAssumed))
        {
            notices.Add(Notice.For(types.Where(type => type.Phone.EsimAssumed).SelectMany(Ids), "phone-takes-esim"));
        }

        if (trip.HomeCountry is { } home && trip.Travelers.Any(BoughtAtHome))
        {
            var people = trip.Travelers.Where(BoughtAtHome).Select(traveler => traveler.Id);
            notices.Add(Notice.For(people, "phone-bought-at-home", ("country", new NamedCode("country", home))));
        }

        foreach (var traveler in trip.Travelers)
        {
            notices.AddRange(traveler.UnknownDevices.Select(name => Notice.For(traveler.Id, "device-not-known", ("device", name))));
        }

        if (trip.HomeCountry is null)
        {
            notices.Add(Notice.Of("home-country-unknown"));
        }

        if (!trip.OtherCountries.IsEmpty)
        {
            notices.Add(Notice.Of("all-days-in-japan", ("days", trip.Stay.CalendarDays)));
        }

        if (!trip.Stay.HasTimes)
        {
            notices.Add(Notice.Of("whole-days"));
        }
    }

    /// <summary>True where the home country stands in for the market of the phone.</summary>
    private static bool BoughtAtHome(Traveler traveler) => traveler is { HasPhone: true, PhoneMarket: null, Esim: null };

    private static IEnumerable<string> Ids(TravelerType type) => type.Members.Select(member => member.Id);

    private static void AddModel(Trip trip, CatalogSnapshot catalog, ImmutableArray<Notice>.Builder notices)
    {
        var spread = catalog.Usage.Spread;
        notices.Add(Notice.Of("days-differ", ("person", new Share(spread.PersonFromProfile)), ("day", new Share(spread.DayToDay))));
        notices.Add(Notice.Of("limit-wished", ("chance", new Share(trip.MaxChanceOfRunningOut))));
        var priority = trip.Priority.ToString().ToLowerInvariant();
        notices.Add(Notice.Of("inconvenience-tariff", ("priority", new NamedCode("priority", priority))));
        notices.Add(Notice.Of("exchange-rates", ("date", catalog.Rates.AsOf)));
    }
}
