using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>The best pod of each kind for every sub-party that can share one connection.</summary>
/// <param name="SubParties">Numbers of the sub-parties.</param>
/// <param name="Pods">
/// Sub-parties in ascending order. Each has at most one pod of each kind, and at least one pod.
/// </param>
/// <param name="Cancellation">Stops every search over these pods.</param>
public sealed record PodTable(
    SubParties SubParties, ImmutableArray<(int SubParty, ImmutableArray<Pod> Best)> Pods, CancellationToken Cancellation)
{
    /// <summary>Kinds of pods with a bundle.</summary>
    public static readonly ImmutableArray<PodKind> KindsWithBundle =
        [PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router];

    /// <summary>Searches the best pods of every sub-party.</summary>
    /// <param name="factory">Computes pods of the party.</param>
    /// <param name="types">Types of traveler of the party.</param>
    /// <param name="hosts">The bundles that each type may buy.</param>
    /// <param name="tariff">Numbers of connections.</param>
    /// <param name="memory">Results of earlier searches of altered trips; null for none.</param>
    /// <param name="cancellation">Stops this search and every later one over these pods.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was canceled.</exception>
    public static PodTable Fill(
        PodFactory factory,
        ImmutableArray<TravelerType> types,
        ImmutableArray<HostLines> hosts,
        InconvenienceTariff tariff,
        SearchMemory? memory = null,
        CancellationToken cancellation = default)
    {
        var (parties, search) = (new SubParties([.. types.Select(type => type.Count)]), new PodSearch(factory, hosts, memory));
        var pods = ImmutableArray.CreateBuilder<(int, ImmutableArray<Pod>)>();
        foreach (var subParty in parties.UpTo(MostPeople(types, hosts, tariff)))
        {
            cancellation.ThrowIfCancellationRequested();
            var best = BestOf(factory, search, PodMembers.Of(parties.Counts(subParty)));
            if (!best.IsEmpty)
            {
                pods.Add((subParty, best));
            }
        }

        return new PodTable(parties, pods.ToImmutable(), cancellation);
    }

    /// <summary>For each type, whether a person of the type hosts a pod of this kind.</summary>
    public ImmutableArray<bool> HostsOf(PodKind kind)
    {
        var types = new bool[SubParties.Kinds];
        foreach (var (_, best) in Pods)
        {
            foreach (var pod in best)
            {
                types[pod.HostType] |= pod.Kind == kind;
            }
        }

        return [.. types];
    }

    private static int MostPeople(ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts, InconvenienceTariff tariff)
    {
        var most = 1 + types.Max(Sharing.HotspotConnections);
        foreach (var host in hosts)
        {
            foreach (var router in host.Routers)
            {
                most = Math.Max(most, Sharing.RouterConnections(router.Plan.Router, tariff));
            }
        }

        return most;
    }

    private static ImmutableArray<Pod> BestOf(PodFactory factory, PodSearch search, PodMembers members)
    {
        var best = ImmutableArray.CreateBuilder<Pod>(2);
        foreach (var kind in KindsWithBundle)
        {
            if (search.Best(kind, members) is { } pod)
            {
                best.Add(pod);
            }
        }

        if (factory.WithoutLine(members) is { } none)
        {
            best.Add(none);
        }

        return best.DrainToImmutable();
    }
}
