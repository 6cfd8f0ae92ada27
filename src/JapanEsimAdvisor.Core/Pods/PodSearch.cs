using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Plans;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>
/// Finds the best pod of a kind for some people. Hosts with the same pool of bundles differ only in the cost of
/// sharing, so bundles are tried with the cheapest of these hosts. Only with capped tethering does the choice of the
/// host matter more. Bundles come cheapest first. A bundle is computed in full only where its lower bound can be better
/// than the best so far. Not safe for use by several threads.
/// </summary>
/// <param name="factory">Computes pods of the party.</param>
/// <param name="hosts">The bundles that each type may buy.</param>
/// <param name="memory">Results of earlier searches of altered trips; null for none.</param>
public sealed class PodSearch(PodFactory factory, ImmutableArray<HostLines> hosts, SearchMemory? memory = null)
{
    private readonly PodCost?[] _costs = new PodCost?[hosts.Length];

    /// <summary>
    /// By kind and pool, the bundle that was best in the last search. It is a good start for similar people.
    /// </summary>
    private readonly Dictionary<(PodKind Kind, LinePool Pool), Bundle> _lastBest = new(PoolOrder.Instance);

    /// <summary>
    /// The best pod by (limits not met, expected total, shortfall), then by plan id, then by host; null where no pod is
    /// possible.
    /// </summary>
    /// <param name="kind">A kind with a bundle.</param>
    /// <param name="members">The people, the host included.</param>
    public Pod? Best(PodKind kind, PodMembers members)
    {
        if (!PriceSharing(kind, members))
        {
            return null;
        }

        var best = default(BestSoFar);
        for (var host = 0; host < hosts.Length; host++)
        {
            if (_costs[host] is not null && IsFirstOfItsPool(host))
            {
                TryPool(kind, host, members, ref best);
            }
        }

        return best.Bundle is null ? null : PodFactory.With(best.Frame, best.Bundle, best.Figures);
    }

    /// <summary>For each pool, the host with the lowest cost of sharing, with this cost.</summary>
    public IEnumerable<(int Host, PodCost Cost)> CheapestHosts(PodKind kind, PodMembers members)
    {
        if (!PriceSharing(kind, members))
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

    /// <summary>True where a bundle has the medium that a kind of pod needs.</summary>
    public static bool Serves(Bundle bundle, PodKind kind) => kind switch
    {
        PodKind.Router => bundle.Plan.Medium == Medium.PocketWifi,
        PodKind.OwnEsim => bundle.Plan.Medium == Medium.Esim,
        PodKind.OwnOther => bundle.Plan.Medium is Medium.Sim or Medium.Roaming,
        _ => bundle.Plan.Medium != Medium.PocketWifi,
    };

    /// <summary>Computes the cost of sharing for every host. False where no host is possible.</summary>
    private bool PriceSharing(PodKind kind, PodMembers members)
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
            if (_costs[host] is { } cost
                && ReferenceEquals(hosts[host].Pool, hosts[first].Pool)
                && cost.Total < _costs[cheapest]!.Value.Total)
            {
                cheapest = host;
            }
        }

        return cheapest;
    }

    private void TryPool(PodKind kind, int firstHost, PodMembers members, ref BestSoFar best)
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

    /// <summary>
    /// Tries the best bundle without capped tethering, which is the same for every host, and for each host a bundle
    /// with capped tethering that is better.
    /// </summary>
    private void TryRemembered(SearchMemory known, LinePool pool, in PodFrame cheapest, ref BestSoFar best)
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

    private void TryCapped(SearchMemory known, LinePool pool, in PodFrame frame, Bundle? free, ref BestSoFar best)
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
            known.Store(question, bundle = BestBundle(frame, pool, isCapped, rival));
        }

        return bundle;
    }

    /// <summary>
    /// The best bundle of a pool for one host. Null where no bundle serves the pod, or none is better than the rival.
    /// </summary>
    private Bundle? BestBundle(in PodFrame frame, LinePool pool, bool isCapped, Bundle? rival)
    {
        var best = default(BestSoFar);
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
            memory?.StoreHint(kind, pool, members, best);
        }
    }

    private static bool IsCapped(in PodFrame frame, Bundle bundle) => frame.Kind != PodKind.Router && !bundle.TetherCycles.IsEmpty;

    private void TryBundle(in PodFrame frame, Bundle bundle, ref BestSoFar best)
    {
        if (!IsCapped(frame, bundle))
        {
            TryHost(frame, bundle, ref best);
            return;
        }

        // A bundle that is beaten with the cheapest host is beaten with every host.
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

    private void TryHost(in PodFrame frame, Bundle bundle, ref BestSoFar best)
    {
        if (!IsBeaten(frame, bundle, best) && factory.Figures(frame, bundle) is { } figures && best.IsBeatenBy(figures, bundle, frame.Host))
        {
            best = new BestSoFar(frame, bundle, figures);
        }
    }

    /// <summary>True where lower bounds show that the bundle is no better than the best so far.</summary>
    private bool IsBeaten(in PodFrame frame, Bundle bundle, in BestSoFar best)
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

    private readonly record struct BestSoFar(PodFrame Frame, Bundle? Bundle, PodFigures Figures)
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

    /// <summary>Compares pools by reference. To compare their content would take longer than the search.</summary>
    private sealed class PoolOrder : IEqualityComparer<(PodKind Kind, LinePool Pool)>
    {
        public static readonly PoolOrder Instance = new();

        public bool Equals((PodKind Kind, LinePool Pool) x, (PodKind Kind, LinePool Pool) y) =>
            x.Kind == y.Kind && ReferenceEquals(x.Pool, y.Pool);

        public int GetHashCode((PodKind Kind, LinePool Pool) obj) => HashCode.Combine(obj.Kind, RuntimeHelpers.GetHashCode(obj.Pool));
    }
}
