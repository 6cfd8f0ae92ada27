using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advising;

/// <summary>What the advice takes for granted, each changeable by saying more.</summary>
public static class Assumptions
{
    public static ImmutableArray<Notice> Of(Trip trip, CatalogSnapshot catalog, ImmutableArray<TravelerType> types) =>
        [.. trip.Defaults.Select(code => Notice.Of(code)), .. types.SelectMany(type => OfUse(type)), .. OfParty(trip, types), .. OfModel(trip, catalog)];

    private static IEnumerable<Notice> OfUse(TravelerType type)
    {
        var who = type.Members.Select(member => member.Id);
        yield return type.Traveler.Use switch
        {
            Use.Profile(var id) => Notice.For(who, "usage-profile", ("profile", new NamedCode("profile", id)), ("gb", type.Demand.GbPerDay)),
            Use.Activities => Notice.For(who, "usage-activities", ("gb", type.Demand.GbPerDay)),
            Use.AtHome(var gb) => Notice.For(who, "usage-at-home", ("month", gb), ("gb", type.Demand.GbPerDay)),
            _ => Notice.For(who, "usage-measured", ("gb", type.Demand.GbPerDay)),
        };
    }

    private static IEnumerable<Notice> OfParty(Trip trip, ImmutableArray<TravelerType> types)
    {
        var unlocked = types.Where(type => type.Traveler.CarrierLocked is null).SelectMany(Ids).ToList();
        if (unlocked.Count > 0)
        {
            yield return Notice.For(unlocked, "phone-unlocked");
        }

        var assumed = types.Where(type => type.Phone.EsimAssumed).SelectMany(Ids).ToList();
        if (assumed.Count > 0)
        {
            yield return Notice.For(assumed, "phone-takes-esim");
        }

        if (trip.HomeCountry is null)
        {
            yield return Notice.Of("home-country-unknown");
        }

        if (!trip.Stay.HasTimes)
        {
            yield return Notice.Of("whole-days");
        }
    }

    private static IEnumerable<string> Ids(TravelerType type) => type.Members.Select(member => member.Id);

    private static IEnumerable<Notice> OfModel(Trip trip, CatalogSnapshot catalog)
    {
        yield return Notice.Of("days-differ", ("person", new Share(catalog.Usage.Spread.PersonFromProfile)), ("day", new Share(catalog.Usage.Spread.DayToDay)));
        yield return Notice.Of("limit-wished", ("chance", new Share(trip.MaxChanceOfRunningOut)));
        yield return Notice.Of("inconvenience-tariff", ("priority", new NamedCode("priority", trip.Priority.ToString().ToLowerInvariant())));
        yield return Notice.Of("exchange-rates", ("date", catalog.Rates.AsOf));
    }
}
