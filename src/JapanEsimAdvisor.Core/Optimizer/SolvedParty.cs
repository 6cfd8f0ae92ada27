using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Candidates.Eligibility;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>Who travels, what each kind of person may buy, and the best pod of every sub-party: all that any search over a trip starts from.</summary>
public sealed record SolvedParty(ImmutableArray<TravelerType> Types, ImmutableArray<HostLines> Hosts, PodTable Pods)
{
    /// <param name="today">Today in Japan.</param>
    /// <exception cref="ArgumentException">The party has more sub-parties than <see cref="PartyStates.Most"/>.</exception>
    public static SolvedParty Of(Trip trip, CatalogSnapshot catalog, DateOnly today) => Of(trip, catalog, today, null, CancellationToken.None);

    /// <param name="memory">Of searches of the same trip, altered; the party is the same with and without.</param>
    /// <param name="cancellation">Stops this search, and every later one over its pods.</param>
    public static SolvedParty Of(Trip trip, CatalogSnapshot catalog, DateOnly today, SearchMemory? memory, CancellationToken cancellation)
    {
        var types = TravelerType.Of(trip, catalog);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PartyStates.Product(types), PartyStates.Most, nameof(trip));
        var hosts = HostsOf(types, trip, catalog, today, memory);
        return new SolvedParty(types, hosts, PodTable.Fill(new PodFactory(trip, catalog, types, hosts), types, hosts, catalog.Tariff, memory, cancellation));
    }

    private static ImmutableArray<HostLines> HostsOf(ImmutableArray<TravelerType> types, Trip trip, CatalogSnapshot catalog, DateOnly today, SearchMemory? memory)
    {
        var bundles = BundleCatalog.For(trip.Stay, catalog, PodFactory.Weight(trip.Priority, catalog.Tariff));
        return [.. types.Select(type => HostOf(type, new Buyer(type, trip, catalog, BookingDay(trip.Stay, today)), bundles, memory))];
    }

    private static HostLines HostOf(TravelerType type, Buyer buyer, BundleCatalog bundles, SearchMemory? memory) =>
        memory is null ? HostLines.Of(type, buyer, bundles) : HostLines.Of(type, buyer, bundles, memory.Eligible(buyer, bundles));

    /// <summary>A trip that is over is advised as if booked on the day of arrival: the page shows it under a banner.</summary>
    private static DateOnly BookingDay(Stay stay, DateOnly today) => today > stay.Departure ? stay.Arrival : today;
}
