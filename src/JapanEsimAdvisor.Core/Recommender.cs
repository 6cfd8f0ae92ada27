using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advising;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Candidates.Eligibility;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Optimizer;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core;

/// <summary>The one way in: a trip, a catalog and a day, and the advice comes out. Deterministic, synchronous, without I/O.</summary>
public static class Recommender
{
    /// <param name="today">Today in Japan.</param>
    /// <exception cref="ArgumentException">The party has more different kinds of people than an exact search accepts; callers refuse such requests.</exception>
    public static Recommendation Recommend(Trip trip, CatalogSnapshot catalog, DateOnly today)
    {
        var types = TravelerType.Of(trip, catalog);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PartyStates.Product(types), PartyStates.Most, nameof(trip));
        var hosts = HostsOf(types, trip, catalog, today);
        var pods = PodTable.Fill(new PodFactory(trip, catalog, types, hosts), types, hosts, catalog.Tariff);
        var writer = new AnswerWriter(trip, catalog, today, types, hosts, pods);
        var answers = writer.Answers();
        return new Recommendation
        {
            Trip = trip,
            Catalog = catalog,
            Today = today,
            Recommended = AnswerWriter.Recommended(answers),
            Answers = answers,
            DoingNothing = Advising.DoingNothing.Of(trip, types, hosts, catalog.Rates),
            Assumptions = Advising.Assumptions.Of(trip, catalog, types),
            Types = types,
            Hosts = hosts,
            Pods = pods,
        };
    }

    /// <summary>Sub-parties an exact search of this trip would look at: Π(countᵢ + 1) over different kinds of people.</summary>
    public static double SubParties(Trip trip, CatalogSnapshot catalog) => PartyStates.Product(TravelerType.Of(trip, catalog));

    private static ImmutableArray<HostLines> HostsOf(ImmutableArray<TravelerType> types, Trip trip, CatalogSnapshot catalog, DateOnly today)
    {
        var bundles = BundleCatalog.For(trip.Stay, catalog, PodFactory.Weight(trip.Priority, catalog.Tariff));
        return [.. types.Select(type => HostLines.Of(type, new Buyer(type, trip, catalog, BookingDay(trip.Stay, today)), bundles))];
    }

    /// <summary>A trip that is over is advised as if booked on the day of arrival: the page shows it under a banner.</summary>
    private static DateOnly BookingDay(Stay stay, DateOnly today) => today > stay.Departure ? stay.Arrival : today;
}
