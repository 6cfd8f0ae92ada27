using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Certainty;

/// <summary>A pod as price and shortfall, made whole only where it is shown.</summary>
internal sealed record PodPoint(double Price, double Shortfall, Pod? Whole, StrongBox<PodFrame>? Frame, Bundle? Bundle)
{
    public Pod Pod(PodFactory factory) => Whole ?? factory.With(Frame!.Value, Bundle!)!;
}

/// <summary>Pods of one sub-party of which none is dearer and runs shorter than another.</summary>
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

    /// <summary>Cheapest first.</summary>
    /// <param name="rivals">Points by which none of them may be beaten or equaled.</param>
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

    /// <summary>Of equal price and shortfall the one of least total, then of the first plan id.</summary>
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
