using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// The best pod of a kind for some people. Hosts who may buy the same differ only in what sharing costs, so that bundles are tried with the cheapest of
/// them; only a cap on tethering makes it matter who hosts. Bundles come cheapest first, and one is reckoned in full only where a floor of what it costs in
/// use leaves it a chance against the best found.
/// </summary>
public sealed class PodSearch(PodFactory factory, ImmutableArray<HostLines> hosts, SearchMemory? memory = null)
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

        return best.Bundle is null ? null : PodFactory.With(best.Frame, best.Bundle, best.Figures);
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

    private void TryPool(PodKind kind, int firstHost, PodMembers members, ref Choice best)
    {
        var (host, pool) = (CheapestOf(firstHost), hosts[firstHost].Pool);
        var frame = factory.Frame(kind, host, members, _costs[host]!.Value, factory.DemandOf(kind, members));
        if (memory is { KeepsBundles: true })
        {
            TryRemembered(memory, pool, frame, ref best);
            return;
        }

        if (First(kind, pool, members) is { } first)
        {
            TryBundle(frame, first, ref best);
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

        if (best.Bundle is not null && ReferenceEquals(hosts[best.Frame.Host].Pool, pool))
        {
            Remember(kind, pool, members, best.Bundle);
        }
    }

    private Bundle? First(PodKind kind, LinePool pool, PodMembers members) =>
        memory?.Hint(kind, pool, members) ?? _lastBest.GetValueOrDefault((kind, pool));

    /// <summary>The best bundle that caps no tethering, whoever hosts, and for each host one that does where it is better still.</summary>
    private void TryRemembered(SearchMemory known, LinePool pool, in PodFrame cheapest, ref Choice best)
    {
        var free = Remembered(known, cheapest, pool, false, null);
        if (free is not null)
        {
            TryHost(cheapest, free, ref best);
        }

        if (cheapest.Kind == PodKind.Router || !pool.CapsTethering)
        {
            return;
        }

        for (var host = 0; host < hosts.Length; host++)
        {
            if (MayHost(host, pool))
            {
                TryCapped(known, pool, FrameOf(host, cheapest), free, ref best);
            }
        }
    }

    private void TryCapped(SearchMemory known, LinePool pool, in PodFrame frame, Bundle? free, ref Choice best)
    {
        if (Remembered(known, frame, pool, true, free) is { } capped)
        {
            TryHost(frame, capped, ref best);
        }
    }

    private Bundle? Remembered(SearchMemory known, in PodFrame frame, LinePool pool, bool isCapped, Bundle? rival)
    {
        var question = SearchMemory.Question.Of(frame, pool, isCapped);
        if (!known.Knows(question, out var bundle))
        {
            known.Keep(question, bundle = BestBundle(frame, pool, isCapped, rival));
        }

        return bundle;
    }

    /// <summary>The best bundle of a pool for one host, whatever other pools hold; null where none serves the pod or is better than the rival.</summary>
    private Bundle? BestBundle(in PodFrame frame, LinePool pool, bool isCapped, Bundle? rival)
    {
        var best = default(Choice);
        var first = rival ?? First(frame.Kind, pool, frame.Members);
        if (first is not null && (ReferenceEquals(first, rival) || IsCapped(frame, first) == isCapped))
        {
            TryHost(frame, first, ref best);
        }

        foreach (var bundle in frame.Kind == PodKind.Router ? pool.Routers : pool.Lines)
        {
            if (best.IsMet && factory.AtLeast(frame, bundle) > best.Figures.Cost.Total)
            {
                break;
            }

            if (IsCapped(frame, bundle) == isCapped && Serves(bundle, frame.Kind))
            {
                TryHost(frame, bundle, ref best);
            }
        }

        Remember(frame.Kind, pool, frame.Members, best.Bundle);
        return ReferenceEquals(best.Bundle, rival) ? null : best.Bundle;
    }

    private void Remember(PodKind kind, LinePool pool, PodMembers members, Bundle? best)
    {
        if (best is not null)
        {
            _lastBest[(kind, pool)] = best;
            memory?.KeepHint(kind, pool, members, best);
        }
    }

    private static bool IsCapped(in PodFrame frame, Bundle bundle) => frame.Kind != PodKind.Router && !bundle.TetherCycles.IsEmpty;

    private void TryBundle(in PodFrame frame, Bundle bundle, ref Choice best)
    {
        if (!IsCapped(frame, bundle))
        {
            TryHost(frame, bundle, ref best);
            return;
        }

        // Beaten with the host to whom sharing costs least is beaten with each.
        if (IsBeaten(frame, bundle, best))
        {
            return;
        }

        for (var host = 0; host < hosts.Length; host++)
        {
            if (MayHost(host, hosts[frame.Host].Pool))
            {
                TryHost(FrameOf(host, frame), bundle, ref best);
            }
        }
    }

    private bool MayHost(int host, LinePool pool) => _costs[host] is not null && ReferenceEquals(hosts[host].Pool, pool);

    /// <summary>The same pod with another host.</summary>
    private PodFrame FrameOf(int host, in PodFrame frame) =>
        host == frame.Host ? frame : factory.Frame(frame.Kind, host, frame.Members, _costs[host]!.Value, frame.Demand);

    private void TryHost(in PodFrame frame, Bundle bundle, ref Choice best)
    {
        if (!IsBeaten(frame, bundle, best) && factory.Figures(frame, bundle) is { } figures && best.IsBeatenBy(figures, bundle, frame.Host))
        {
            best = new Choice(frame, bundle, figures);
        }
    }

    /// <summary>Surely no better than the best found, by what can be told without reckoning it in full.</summary>
    private bool IsBeaten(in PodFrame frame, Bundle bundle, in Choice best)
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

    private readonly record struct Choice(PodFrame Frame, Bundle? Bundle, PodFigures Figures)
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
            return order < 0 || (order == 0 && host < Frame.Host);
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
