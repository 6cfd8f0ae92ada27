using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// All that a search over a trip starts from: who travels, what each type of traveler may buy, and the best pods of every sub-party.
/// </summary>
/// <param name="Today">Today in Japan.</param>
public sealed record SolvedParty(
    Trip Trip,
    CatalogSnapshot Catalog,
    DateOnly Today,
    ImmutableArray<TravelerType> Types,
    ImmutableArray<HostLines> Hosts,
    PodTable Pods)
{
    /// <param name="today">Today in Japan.</param>
    /// <param name="memory">Of searches of the same trip, altered; the party is the same with and without.</param>
    /// <param name="cancellation">Stops this search, and every later one over its pods.</param>
    /// <exception cref="ArgumentException">The party has more sub-parties than <see cref="SubParties.Most"/>.</exception>
    public static SolvedParty Of(
        Trip trip, CatalogSnapshot catalog, DateOnly today, SearchMemory? memory = null, CancellationToken cancellation = default)
    {
        var types = TravelerType.Of(trip, catalog);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SubPartiesOf(types), SubParties.Most, nameof(trip));
        var hosts = HostsOf(types, trip, catalog, today, memory);
        var pods = PodTable.Fill(new PodFactory(trip, catalog, types, hosts), types, hosts, catalog.Tariff, memory, cancellation);
        return new SolvedParty(trip, catalog, today, types, hosts, pods);
    }

    /// <summary>How many sub-parties an exact search of the trip would look at.</summary>
    public static double SubPartiesOf(Trip trip, CatalogSnapshot catalog) => SubPartiesOf(TravelerType.Of(trip, catalog));

    /// <summary>Another trip in the place of this one, solved with the same catalog and on the same day.</summary>
    /// <param name="trip">This party's trip, altered.</param>
    public SolvedParty For(Trip trip, SearchMemory memory) => Of(trip, Catalog, Today, memory, Pods.Cancellation);

    /// <summary>Prices pods of this party.</summary>
    public PodFactory Factory() => new(Trip, Catalog, Types, Hosts);

    /// <summary>All bundles for the length of this trip.</summary>
    public BundleCatalog Bundles() => BundleCatalog.For(Trip.Stay, Catalog, Catalog.Tariff.WeightOf(Trip.Priority));

    private static double SubPartiesOf(ImmutableArray<TravelerType> types) => SubParties.Product(types.Select(type => type.Count));

    private static ImmutableArray<HostLines> HostsOf(
        ImmutableArray<TravelerType> types, Trip trip, CatalogSnapshot catalog, DateOnly today, SearchMemory? memory)
    {
        var bundles = BundleCatalog.For(trip.Stay, catalog, catalog.Tariff.WeightOf(trip.Priority));
        return [.. types.Select(type => HostOf(type, new Buyer(type, trip, catalog, BookingDay(trip.Stay, today)), bundles, memory))];
    }

    private static HostLines HostOf(TravelerType type, Buyer buyer, BundleCatalog bundles, SearchMemory? memory) =>
        memory is null ? HostLines.Of(type, buyer, bundles) : HostLines.Of(type, buyer, bundles, memory.Eligible(buyer, bundles));

    /// <summary>A trip that is over is advised as if booked on the day of arrival: the page shows it under a banner.</summary>
    private static DateOnly BookingDay(Stay stay, DateOnly today) => today > stay.Departure ? stay.Arrival : today;
}
