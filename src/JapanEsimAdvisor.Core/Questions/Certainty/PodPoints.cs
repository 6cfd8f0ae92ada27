using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>Price and shortfall of a pod. The pod itself is created only where it is shown.</summary>
/// <param name="Price">Unrounded yen.</param>
/// <param name="Shortfall">Expected use that is not served at full speed, GB.</param>
/// <param name="Whole">The pod where it exists already; else null.</param>
/// <param name="Frame">The pod before its bundle, where there is a bundle.</param>
/// <param name="Bundle">The bundle; null where <paramref name="Whole"/> is given.</param>
internal sealed record PodPoint(double Price, double Shortfall, Pod? Whole, StrongBox<PodFrame>? Frame, Bundle? Bundle)
{
    public Pod Pod(PodFactory factory) => Whole ?? factory.With(Frame!.Value, Bundle!)!;
}

/// <summary>Finds the undominated pods of one sub-party, by price and shortfall.</summary>
internal sealed class PodPoints
{
    private readonly PodFactory _factory;

    private readonly PodSearch _search;

    private readonly int _types;

    public PodPoints(SolvedParty party)
    {
        _factory = party.Factory();
        _search = new PodSearch(_factory, party.Hosts);
        _types = party.Types.Length;
    }

    public Pod Whole(PodPoint point) => point.Pod(_factory);

    /// <summary>The undominated pods, cheapest first.</summary>
    /// <param name="members">The people of the pod.</param>
    /// <param name="rivals">Each pod must be better than every one of these points.</param>
    public List<PodPoint> Of(PodMembers members, FrontierSet rivals)
    {
        var points = new List<PodPoint>();
        if (_factory.WithoutLine(members) is { } none)
        {
            points.Add(new PodPoint(0, 0, none, null, null));
        }

        foreach (var kind in PodTable.KindsWithBundle)
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

            // With capped tethering the figures depend on the host.
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
        var price = bundle.YenAt(frame.Value.Demand.GbPerDay);
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

    /// <summary>
    /// Of pods with equal price and shortfall, the one with the least total remains, then the one with the first plan
    /// id.
    /// </summary>
    private List<PodPoint> Undominated(List<PodPoint> points)
    {
        points.Sort(Compare);
        var left = new List<PodPoint>();
        foreach (var point in points)
        {
            if (left.Count == 0 || point.Shortfall < left[^1].Shortfall)
            {
                left.Add(point);
            }
        }

        return left;
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
}
