using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Plans.Eligibility;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// A trip with its types of traveler, the bundles that each type may buy, and the best pods of every sub-party. Every
/// search over the trip starts from it.
/// </summary>
/// <param name="Trip">The trip.</param>
/// <param name="Catalog">The catalog.</param>
/// <param name="Today">Today in Japan.</param>
/// <param name="Types">Types of traveler.</param>
/// <param name="Hosts">The bundles that each type may buy, in the order of the types.</param>
/// <param name="Pods">The best pods.</param>
public sealed record SolvedParty(
    Trip Trip,
    CatalogSnapshot Catalog,
    DateOnly Today,
    ImmutableArray<TravelerType> Types,
    ImmutableArray<HostLines> Hosts,
    PodTable Pods)
{
    /// <summary>Solves a trip: finds the best pods of every sub-party.</summary>
    /// <param name="trip">Checked by the caller.</param>
    /// <param name="catalog">Contains every device, seller and profile that the trip names.</param>
    /// <param name="today">Today in Japan.</param>
    /// <param name="memory">
    /// Results of earlier searches of altered trips; null for none. It changes only the time of the search.
    /// </param>
    /// <param name="cancellation">Stops this search and every later one over its pods.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The party has more sub-parties than <see cref="SubParties.Most"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was canceled.</exception>
    public static SolvedParty Of(
        Trip trip, CatalogSnapshot catalog, DateOnly today, SearchMemory? memory = null, CancellationToken cancellation = default)
    {
        var types = TravelerType.Of(trip, catalog);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SubPartiesOf(types), SubParties.Most, nameof(trip));
        var hosts = HostsOf(types, trip, catalog, today, memory);
        var pods = PodTable.Fill(new PodFactory(trip, catalog, types, hosts), types, hosts, catalog.Tariff, memory, cancellation);
        return new SolvedParty(trip, catalog, today, types, hosts, pods);
    }

    /// <summary>Number of sub-parties in an exact search of the trip: Π(countᵢ + 1) over the types.</summary>
    public static double SubPartiesOf(Trip trip, CatalogSnapshot catalog) => SubPartiesOf(TravelerType.Of(trip, catalog));

    /// <summary>Solves an altered trip with the same catalog, day and cancellation.</summary>
    /// <param name="trip">An altered copy of this trip.</param>
    /// <param name="memory">Results that the searches share.</param>
    public SolvedParty For(Trip trip, SearchMemory memory) => Of(trip, Catalog, Today, memory, Pods.Cancellation);

    /// <summary>A factory for pods of this party.</summary>
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

    /// <summary>
    /// For a trip that is over, the advice assumes an order on the day of arrival. The page shows a banner.
    /// </summary>
    private static DateOnly BookingDay(Stay stay, DateOnly today) => today > stay.Departure ? stay.Arrival : today;
}
