using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Pods;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>Replaces types by travelers in pods. Travelers of a type take places in the order of the request.</summary>
internal sealed class Placing(ImmutableArray<TravelerType> types, ImmutableArray<Traveler> travelers)
{
    private readonly (int Member, int Used)[] _next = new (int, int)[types.Length];

    public ImmutableArray<PlacedPod> Of(ImmutableArray<Pod> pods)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedPod>(pods.Length);
        foreach (var pod in pods.Sort(CompareKinds))
        {
            Add(new PlacedPod(pod, Take(pod.HostType), ClientsOf(pod), 1), placed);
        }

        placed.Sort(CompareHosts);
        return placed.DrainToImmutable();
    }

    private static int CompareKinds(Pod one, Pod other)
    {
        var order = one.Kind.CompareTo(other.Kind);
        order = order != 0 ? order : string.CompareOrdinal(one.PlanId, other.PlanId);
        order = order != 0 ? order : one.HostType.CompareTo(other.HostType);
        return order != 0 ? order : one.Members.Counts.AsSpan().SequenceCompareTo(other.Members.Counts.AsSpan());
    }

    private static void Add(PlacedPod pod, ImmutableArray<PlacedPod>.Builder placed)
    {
        for (var index = 0; index < placed.Count; index++)
        {
            if (IsAlike(placed[index], pod))
            {
                placed[index] = placed[index] with { Times = placed[index].Times + 1 };
                return;
            }
        }

        placed.Add(pod);
    }

    private static bool IsAlike(PlacedPod one, PlacedPod other) =>
        one.Pod.Kind == other.Pod.Kind
        && ReferenceEquals(one.Pod.Bundle, other.Pod.Bundle)
        && one.Host == other.Host
        && one.Clients.AsSpan().SequenceEqual(other.Clients.AsSpan());

    private int CompareHosts(PlacedPod one, PlacedPod other)
    {
        var order = IndexOf(one.Host).CompareTo(IndexOf(other.Host));
        order = order != 0 ? order : string.CompareOrdinal(one.Pod.PlanId, other.Pod.PlanId);
        return order != 0 ? order : one.Pod.Members.People.CompareTo(other.Pod.Members.People);
    }

    private int IndexOf(string traveler)
    {
        var index = 0;
        while (travelers[index].Id != traveler)
        {
            index++;
        }

        return index;
    }

    private ImmutableArray<Connected> ClientsOf(Pod pod)
    {
        if (pod.Members.People == 1)
        {
            return [];
        }

        var clients = ImmutableArray.CreateBuilder<Connected>(pod.Members.People - 1);
        for (var type = 0; type < types.Length; type++)
        {
            for (var left = pod.Members.Counts[type] - (type == pod.HostType ? 1 : 0); left > 0; left--)
            {
                AddClient(Take(type), clients);
            }
        }

        return clients.DrainToImmutable();
    }

    private static void AddClient(string traveler, ImmutableArray<Connected>.Builder clients)
    {
        if (clients.Count > 0 && clients[^1].Traveler == traveler)
        {
            clients[^1] = clients[^1] with { Count = clients[^1].Count + 1 };
        }
        else
        {
            clients.Add(new Connected(traveler, 1));
        }
    }

    private string Take(int type)
    {
        var (member, used) = _next[type];
        var traveler = types[type].Members[member];
        _next[type] = used + 1 == traveler.Count ? (member + 1, 0) : (member, used + 1);
        return traveler.Id;
    }
}
