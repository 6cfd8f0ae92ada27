using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The best pod of a kind for some people. Hosts who may buy the same differ only in what sharing costs, so that bundles are tried with the cheapest of
/// them; only a cap on tethering makes it matter who hosts. Bundles come cheapest first, and one is reckoned in full only where a floor of what it costs in
/// use leaves it a chance against the best found.
/// </summary>
public sealed class PodSearch(PodFactory factory, ImmutableArray<HostLines> hosts)
{
    private readonly PodCost?[] _costs = new PodCost?[hosts.Length];

    /// <summary>By kind and pool, the bundle that won last: for people much like the last ones it is a good start.</summary>
    private readonly Dictionary<(PodKind Kind, LinePool Pool), Bundle> _lastBest = new(PoolOrder.Instance);

    /// <summary>The pod of least (limits not met, expected total, shortfall), then of the first plan id, then of the first host; null where there is none.</summary>
    public Pod? Best(PodKind kind, PodMembers members)
    {
        if (!Reckon(kind, members))
        {
            return null;
        }

        var best = default(Choice);
        for (var host = 0; host < hosts.Length; host++)
        {
            if (_costs[host] is not null && IsFirstOfItsPool(host))
            {
                TryPool(kind, host, members, ref best);
            }
        }

        return best.Bundle is null ? null : PodFactory.With(best.Frame!, best.Bundle, best.Figures);
    }

    /// <summary>Hosts of different pools, each the one of its pool to whom sharing costs least, with what sharing costs.</summary>
    public IEnumerable<(int Host, PodCost Cost)> CheapestHosts(PodKind kind, PodMembers members)
    {
        if (!Reckon(kind, members))
        {
            yield break;
        }

        for (var host = 0; host < hosts.Length; host++)
        {
            if (_costs[host] is not null && IsFirstOfItsPool(host))
            {
                var cheapest = CheapestOf(host);
                yield return (cheapest, _costs[cheapest]!.Value);
            }
        }
    }

    /// <summary>Whether a bundle is of the medium a kind of pod needs.</summary>
    public static bool Serves(Bundle bundle, PodKind kind) => kind switch
    {
        PodKind.Router => bundle.Plan.Medium == Medium.PocketWifi,
        PodKind.OwnEsim => bundle.Plan.Medium == Medium.Esim,
        PodKind.OwnOther => bundle.Plan.Medium is Medium.Sim or Medium.Roaming,
        _ => bundle.Plan.Medium != Medium.PocketWifi,
    };

    private bool Reckon(PodKind kind, PodMembers members)
    {
        var any = false;
        for (var host = 0; host < hosts.Length; host++)
        {
            _costs[host] = members.Counts[host] == 0 ? null : factory.CostOfSharing(kind, host, members);
            any |= _costs[host] is not null;
        }

        return any;
    }

    private bool IsFirstOfItsPool(int host)
    {
        for (var before = 0; before < host; before++)
        {
            if (_costs[before] is not null && ReferenceEquals(hosts[before].Pool, hosts[host].Pool))
            {
                return false;
            }
        }

        return true;
    }

    private int CheapestOf(int first)
    {
        var cheapest = first;
        for (var host = first + 1; host < hosts.Length; host++)
        {
            if (_costs[host] is { } cost && ReferenceEquals(hosts[host].Pool, hosts[first].Pool) && cost.Total < _costs[cheapest]!.Value.Total)
            {
                cheapest = host;
            }
        }

        return cheapest;
    }

    private void TryPool(PodKind kind, int first, PodMembers members, ref Choice best)
    {
        var (host, pool) = (CheapestOf(first), hosts[first].Pool);
        var frame = factory.Frame(kind, host, members, _costs[host]!.Value, factory.DemandOf(members));
        if (_lastBest.TryGetValue((kind, pool), out var last))
        {
            TryBundle(frame, last, ref best);
        }

        foreach (var bundle in kind == PodKind.Router ? pool.Routers : pool.Lines)
        {
            if (best.IsMet && factory.AtLeast(frame, bundle) > best.Figures.Cost.Total)
            {
                break;
            }

            if (Serves(bundle, kind))
            {
                TryBundle(frame, bundle, ref best);
            }
        }

        if (best.Bundle is not null && ReferenceEquals(hosts[best.Frame!.Host].Pool, pool))
        {
            _lastBest[(kind, pool)] = best.Bundle;
        }
    }

    private void TryBundle(PodFrame frame, Bundle bundle, ref Choice best)
    {
        if (frame.Kind == PodKind.Router || bundle.TetherCycles.IsEmpty)
        {
            TryHost(frame, bundle, ref best);
            return;
        }

        for (var host = 0; host < hosts.Length; host++)
        {
            if (_costs[host] is { } cost && ReferenceEquals(hosts[host].Pool, hosts[frame.Host].Pool))
            {
                TryHost(host == frame.Host ? frame : factory.Frame(frame.Kind, host, frame.Members, cost, frame.Demand), bundle, ref best);
            }
        }
    }

    private void TryHost(PodFrame frame, Bundle bundle, ref Choice best)
    {
        if (!IsBeaten(frame, bundle, best) && factory.Figures(frame, bundle) is { } figures && best.IsBeatenBy(figures, bundle, frame.Host))
        {
            best = new Choice(frame, bundle, figures);
        }
    }

    /// <summary>Surely no better than the best found, by what can be told without reckoning it in full.</summary>
    private bool IsBeaten(PodFrame frame, Bundle bundle, in Choice best)
    {
        if (best.Bundle is null)
        {
            return false;
        }

        var isDearer = factory.SurelyCostsMoreThan(best.Figures.Cost.Total, frame, bundle);
        return best.IsMet
            ? isDearer || factory.IsSurelyUnmet(frame, bundle)
            : isDearer && factory.IsSurelyUnmet(frame, bundle);
    }

    private readonly record struct Choice(PodFrame? Frame, Bundle? Bundle, PodFigures Figures)
    {
        public bool IsMet => Bundle is not null && Figures.Unmet == 0;

        public bool IsBeatenBy(in PodFigures figures, Bundle bundle, int host)
        {
            if (Bundle is null)
            {
                return true;
            }

            var order = figures.CompareTo(Figures);
            order = order != 0 ? order : string.CompareOrdinal(bundle.Plan.Id, Bundle.Plan.Id);
            return order < 0 || (order == 0 && host < Frame!.Host);
        }
    }

    /// <summary>Pools are told apart as objects: comparing what they hold would cost more than the search.</summary>
    private sealed class PoolOrder : IEqualityComparer<(PodKind Kind, LinePool Pool)>
    {
        public static readonly PoolOrder Instance = new();

        public bool Equals((PodKind Kind, LinePool Pool) x, (PodKind Kind, LinePool Pool) y) => x.Kind == y.Kind && ReferenceEquals(x.Pool, y.Pool);

        public int GetHashCode((PodKind Kind, LinePool Pool) obj) => HashCode.Combine(obj.Kind, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Pool));
    }
}
