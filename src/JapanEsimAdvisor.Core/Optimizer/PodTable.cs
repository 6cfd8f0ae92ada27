using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>The best pod of each kind for every sub-party that could share one connection.</summary>
public sealed class PodTable
{
    private static readonly PodKind[] KindsWithBundle = [PodKind.OwnEsim, PodKind.OwnOther, PodKind.Hotspot, PodKind.Router];

    private readonly PodFactory _factory;

    private readonly int _types;

    private PodTable(PodFactory factory, PartyStates states, int types, ImmutableArray<(int State, ImmutableArray<Pod> Best)> pods)
    {
        _factory = factory;
        _types = types;
        States = states;
        Pods = pods;
    }

    public PartyStates States { get; }

    /// <summary>Sub-parties in ascending order, each with at most one pod of a kind.</summary>
    public ImmutableArray<(int State, ImmutableArray<Pod> Best)> Pods { get; }

    public static PodTable Fill(PodFactory factory, ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts, InconvenienceTariff tariff)
    {
        var states = new PartyStates(types);
        var pods = ImmutableArray.CreateBuilder<(int, ImmutableArray<Pod>)>();
        foreach (var state in states.UpTo(MostPeople(types, hosts, tariff)))
        {
            var best = BestOf(factory, PodMembers.Of(states.Counts(state), types), types.Length);
            if (!best.IsEmpty)
            {
                pods.Add((state, best));
            }
        }

        return new PodTable(factory, states, types.Length, pods.ToImmutable());
    }

    /// <summary>By type: is there a pod of this kind that somebody of the type hosts?</summary>
    public ImmutableArray<bool> Types(PodKind kind)
    {
        var types = new bool[_types];
        foreach (var pod in Pods.SelectMany(pods => pods.Best).Where(pod => pod.Kind == kind))
        {
            types[pod.HostType] = true;
        }

        return [.. types];
    }

    /// <summary>For each sub-party the pods of which none is dearer and runs shorter than another, cheapest first.</summary>
    public IEnumerable<(int State, ImmutableArray<Pod> Pods)> NonDominated() =>
        Pods.Select(pods => (pods.State, Filter(EveryPod(pods.Best[0].Members))));

    private static ImmutableArray<Pod> Filter(IEnumerable<Pod> pods)
    {
        var kept = ImmutableArray.CreateBuilder<Pod>();
        foreach (var pod in pods.OrderBy(pod => pod.Cost.Price).ThenBy(pod => pod.Risk.ShortfallGb).ThenBy(pod => pod.Cost.Total).ThenBy(pod => pod.PlanId, StringComparer.Ordinal))
        {
            if (kept.Count == 0 || pod.Risk.ShortfallGb < kept[^1].Risk.ShortfallGb)
            {
                kept.Add(pod);
            }
        }

        return kept.ToImmutable();
    }

    private static int MostPeople(ImmutableArray<TravelerType> types, ImmutableArray<HostLines> hosts, InconvenienceTariff tariff) =>
        Math.Max(
            1 + types.Max(Sharing.HotspotConnections),
            hosts.SelectMany(host => host.Routers).Select(router => Sharing.RouterConnections(router.Plan.Router, tariff)).DefaultIfEmpty(1).Max());

    private static ImmutableArray<Pod> BestOf(PodFactory factory, PodMembers members, int types)
    {
        var best = ImmutableArray.CreateBuilder<Pod>();
        foreach (var kind in KindsWithBundle)
        {
            if (Best(factory, kind, members, types) is { } pod)
            {
                best.Add(pod);
            }
        }

        if (factory.WithoutLine(members) is { } none)
        {
            best.Add(none);
        }

        return best.ToImmutable();
    }

    private static Pod? Best(PodFactory factory, PodKind kind, PodMembers members, int types)
    {
        var best = default(Choice);
        for (var host = 0; host < types; host++)
        {
            if (factory.Frame(kind, host, members) is { } frame)
            {
                BestWith(factory, frame, ref best);
            }
        }

        return best.Bundle is null ? null : PodFactory.With(best.Frame!, best.Bundle, best.Figures);
    }

    /// <summary>Bundles come cheapest first, so that the first one that costs more than the best pod found ends the search.</summary>
    private static void BestWith(PodFactory factory, PodFrame frame, ref Choice best)
    {
        foreach (var bundle in factory.Bundles(frame.Kind, frame.Host))
        {
            if (!Serves(bundle, frame.Kind))
            {
                continue;
            }

            if (best is { Bundle: not null, Figures.Unmet: 0 } && factory.AtLeast(frame, bundle) > best.Figures.Cost.Total)
            {
                break;
            }

            if (factory.Figures(frame, bundle) is { } figures && best.IsBeatenBy(figures, bundle))
            {
                best = new Choice(frame, bundle, figures);
            }
        }
    }

    private static bool Serves(Bundle bundle, PodKind kind) => kind switch
    {
        PodKind.OwnEsim => bundle.Plan.Medium == Medium.Esim,
        PodKind.OwnOther => bundle.Plan.Medium != Medium.Esim,
        _ => true,
    };

    /// <summary>The best bundle found so far; of equals the one of the first host, then of the first plan id.</summary>
    private readonly record struct Choice(PodFrame? Frame, Bundle? Bundle, PodFigures Figures)
    {
        public bool IsBeatenBy(in PodFigures figures, Bundle bundle)
        {
            if (Bundle is null)
            {
                return true;
            }

            var order = figures.CompareTo(Figures);
            return order < 0 || (order == 0 && string.CompareOrdinal(bundle.Plan.Id, Bundle.Plan.Id) < 0);
        }
    }

    private IEnumerable<Pod> EveryPod(PodMembers members)
    {
        if (_factory.WithoutLine(members) is { } none)
        {
            yield return none;
        }

        foreach (var kind in KindsWithBundle)
        {
            for (var host = 0; host < _types; host++)
            {
                if (_factory.Frame(kind, host, members) is not { } frame)
                {
                    continue;
                }

                foreach (var bundle in _factory.Bundles(kind, host))
                {
                    if (Serves(bundle, kind) && _factory.With(frame, bundle) is { } pod)
                    {
                        yield return pod;
                    }
                }
            }
        }
    }
}
