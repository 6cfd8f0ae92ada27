using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Arrangements;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>The best pod of each kind for every sub-party that could share one connection.</summary>
/// <param name="Pods">Sub-parties in ascending order, each with at most one pod of a kind.</param>
/// <param name="Cancellation">Stops the searches over these pods.</param>
public sealed record PodTable(SubParties SubParties, ImmutableArray<(int SubParty, ImmutableArray<Pod> Best)> Pods, CancellationToken Cancellation)
{
    /// <summary>Kinds of pods in which somebody buys something.</summary>
    public static readonly ImmutableArray<PodKind> KindsWithBundle = [PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router];

    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
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

    /// <summary>By type: is there a pod of this kind that somebody of the type hosts?</summary>
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
