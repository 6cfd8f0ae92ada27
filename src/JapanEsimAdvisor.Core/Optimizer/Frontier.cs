using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Candidates;

namespace JapanEsimAdvisor.Core.Optimizer;

/// <summary>
/// The price of certainty: every basket of which no other is both cheaper and shorter of data, before limits and inconvenience. The same recursion as
/// <see cref="PartyPartition"/> with sets of (price, shortfall) in place of one score.
/// </summary>
public static class Frontier
{
    /// <summary>A dearer basket must spare at least a megabyte of shortfall to be worth showing.</summary>
    public const double GrainGb = 0.001;

    /// <summary>Non-dominated baskets, cheapest first; empty where the party cannot be served.</summary>
    public static ImmutableArray<ImmutableArray<Pod>> Solve(PodTable table)
    {
        var offers = table.NonDominated().ToLookup(offer => table.States.Lowest(offer.State));
        var sets = new Node[table.States.Count][];
        sets[0] = [new Node(0, 0, null, null)];
        for (var state = 1; state < table.States.Count; state++)
        {
            sets[state] = Keep(Combine(state, offers[table.States.Lowest(state)], table.States, sets), 0);
        }

        return [.. Keep(sets[table.States.Everybody], GrainGb).Select(Pods)];
    }

    private static List<Node> Combine(int state, IEnumerable<(int State, ImmutableArray<Pod> Pods)> offers, PartyStates states, Node[][] sets)
    {
        var found = new List<Node>();
        foreach (var (part, pods) in offers)
        {
            if (!states.IsPartOf(part, state))
            {
                continue;
            }

            foreach (var rest in sets[state - part])
            {
                foreach (var pod in pods)
                {
                    found.Add(new Node(rest.Price + pod.Cost.Price, rest.Shortfall + pod.Risk.ShortfallGb, pod, rest));
                }
            }
        }

        return found;
    }

    private static Node[] Keep(IEnumerable<Node> nodes, double grain)
    {
        var kept = new List<Node>();
        foreach (var node in nodes.OrderBy(node => node.Price).ThenBy(node => node.Shortfall))
        {
            if (kept.Count == 0 || node.Shortfall < kept[^1].Shortfall - grain)
            {
                kept.Add(node);
            }
        }

        return [.. kept];
    }

    private static ImmutableArray<Pod> Pods(Node node)
    {
        var pods = ImmutableArray.CreateBuilder<Pod>();
        for (Node? at = node; at?.Pod is { } pod; at = at.Rest)
        {
            pods.Add(pod);
        }

        return pods.ToImmutable();
    }

    private sealed record Node(double Price, double Shortfall, Pod? Pod, Node? Rest);
}
