using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>The best pod of each kind for every sub-party that could share one connection.</summary>
public sealed class PodTable
{
    internal static readonly PodKind[] KindsWithBundle = [PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router];

    private readonly PodFactory _factory;

    private readonly PodSearch _search;

    private readonly int _types;

    private PodTable(
        PodFactory factory, PodSearch search, PartyStates states, int types, ImmutableArray<(int State, ImmutableArray<Pod> Best)> pods, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        _factory = factory;
        _search = search;
        _types = types;
        States = states;
        Pods = pods;
    }

    public PartyStates States { get; }

    /// <summary>Stops the searches over these pods.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Sub-parties in ascending order, each with at most one pod of a kind.</summary>
    public ImmutableArray<(int State, ImmutableArray<Pod> Best)> Pods { get; }

    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public static PodTable Fill(
        PodFactory factory,
        ImmutableArray<TravelerType> types,
        ImmutableArray<HostLines> hosts,
        InconvenienceTariff tariff,
        SearchMemory? memory = null,
        CancellationToken cancellation = default)
    {
        var (states, search) = (new PartyStates(types), new PodSearch(factory, hosts, memory));
        var pods = ImmutableArray.CreateBuilder<(int, ImmutableArray<Pod>)>();
        foreach (var state in states.UpTo(MostPeople(types, hosts, tariff)))
        {
            cancellation.ThrowIfCancellationRequested();
            var best = BestOf(factory, search, PodMembers.Of(states.Counts(state), types));
            if (!best.IsEmpty)
            {
                pods.Add((state, best));
            }
        }

        return new PodTable(factory, search, states, types.Length, pods.ToImmutable(), cancellation);
    }

    /// <summary>By type: is there a pod of this kind that somebody of the type hosts?</summary>
    public ImmutableArray<bool> Types(PodKind kind)
    {
        var types = new bool[_types];
        foreach (var (_, best) in Pods)
        {
            foreach (var pod in best)
            {
                types[pod.HostType] |= pod.Kind == kind;
            }
        }

        return [.. types];
    }

    internal Pod Whole(PodPoint point) => point.Pod(_factory);

    /// <summary>Pods of one sub-party of which none is dearer and runs shorter than another, cheapest first.</summary>
    /// <param name="rivals">Points by which none of them may be beaten or equaled.</param>
    internal List<PodPoint> Points(PodMembers members, FrontierSet rivals)
    {
        var points = new List<PodPoint>();
        if (_factory.WithoutLine(members) is { } none)
        {
            points.Add(new PodPoint(0, 0, none, null, null));
        }

        foreach (var kind in KindsWithBundle)
        {
            var demand = _factory.DemandOf(kind, members);
            foreach (var (host, cost) in _search.CheapestHosts(kind, members))
            {
                AddPoints(_factory.Frame(kind, host, members, cost, demand), rivals, points);
            }
        }

        return Undominated(points);
    }

    private void AddPoints(PodFrame frame, FrontierSet rivals, List<PodPoint> points)
    {
        var shared = new StrongBox<PodFrame>(frame);
        foreach (var bundle in _factory.Bundles(frame.Kind, frame.Host))
        {
            if (!PodSearch.Serves(bundle, frame.Kind))
            {
                continue;
            }

            if (frame.Kind == PodKind.Router || bundle.TetherCycles.IsEmpty)
            {
                AddPoint(shared, bundle, rivals, points);
                continue;
            }

            // A cap on tethering makes it matter who hosts.
            foreach (var each in SamePool(frame))
            {
                AddPoint(new StrongBox<PodFrame>(each), bundle, rivals, points);
            }
        }
    }

    private IEnumerable<PodFrame> SamePool(PodFrame frame)
    {
        for (var host = 0; host < _types; host++)
        {
            if (_factory.HaveSamePool(host, frame.Host) && _factory.Frame(frame.Kind, host, frame.Members) is { } other)
            {
                yield return other;
            }
        }
    }

    private void AddPoint(StrongBox<PodFrame> frame, Bundle bundle, FrontierSet rivals, List<PodPoint> points)
    {
        var price = _factory.Price(frame.Value, bundle);
        var least = rivals.ShortfallAt(price);
        if (least <= 0)
        {
            return;
        }

        if (_factory.Shortfall(frame.Value, bundle) is { } shortfall && !(least <= shortfall))
        {
            points.Add(new PodPoint(price, shortfall, null, frame, bundle));
        }
    }

    /// <summary>Of equal price and shortfall the one of least total, then of the first plan id.</summary>
    private List<PodPoint> Undominated(List<PodPoint> points)
    {
        points.Sort(Compare);
        var kept = new List<PodPoint>();
        foreach (var point in points)
        {
            if (kept.Count == 0 || point.Shortfall < kept[^1].Shortfall)
            {
                kept.Add(point);
            }
        }

        return kept;
    }

    private int Compare(PodPoint one, PodPoint other)
    {
        var order = (one.Price, one.Shortfall).CompareTo((other.Price, other.Shortfall));
        if (order != 0 || ReferenceEquals(one, other))
        {
            return order;
        }

        var (pod, rival) = (one.Pod(_factory), other.Pod(_factory));
        order = pod.Cost.Total.CompareTo(rival.Cost.Total);
        return order != 0 ? order : string.CompareOrdinal(pod.PlanId, rival.PlanId);
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

/// <summary>A pod as price and shortfall, made whole only where it is shown.</summary>
internal sealed record PodPoint(double Price, double Shortfall, Pod? Whole, StrongBox<PodFrame>? Frame, Bundle? Bundle)
{
    public Pod Pod(PodFactory factory) => Whole ?? factory.With(Frame!.Value, Bundle!)!;
}
