using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>People of one traveler in one role of a pod.</summary>
/// <param name="Count">So many, over all pods alike.</param>
public sealed record Seat(PlacedPod Placed, string Traveler, TravelerType Type, bool IsHost, int Count)
{
    /// <summary>The line in the person's own phone; null for clients and for who carries a router.</summary>
    public Bundle? OwnLine => IsHost && Placed.Pod.Kind != PodKind.Router ? Placed.Pod.Bundle : null;

    /// <summary>True for the same people, however many of them a failure concerns.</summary>
    public bool IsSameAs(Seat other) => ReferenceEquals(Placed, other.Placed) && Traveler == other.Traveler && IsHost == other.IsHost;

    /// <summary>One walks with another all day: no hours apart part the pair (method, section 3).</summary>
    public bool WalksWith(Seat other) => Sharing.OfflineHours(Type.Traveler, other.Type.Traveler) == 0;
}

/// <summary>Who sits in a pod, or in several alike.</summary>
/// <param name="Seats">By type; of a type the host first, the others in the order of the request.</param>
/// <param name="Types">Types in the pod, by index.</param>
/// <param name="Counts">People of each of <paramref name="Types"/> in one pod.</param>
public sealed record PodPeople(PlacedPod Placed, ImmutableArray<Seat> Seats, ImmutableArray<TravelerType> Types, ImmutableArray<int> Counts)
{
    public int Times => Placed.Times;

    /// <summary>People of one pod.</summary>
    public int People => Placed.Pod.Members.People;

    public static PodPeople Of(PlacedPod placed, Recommendation advice)
    {
        var seats = placed.Clients
            .Select(client => new Seat(placed, client.Traveler, advice.TypeOf(client.Traveler), false, client.Count * placed.Times))
            .Prepend(new Seat(placed, placed.Host, advice.TypeOf(placed.Host), true, placed.Times))
            .OrderBy(seat => seat.Type.Index)
            .ThenByDescending(seat => seat.IsHost)
            .ToImmutableArray();
        var types = seats.Select(seat => seat.Type).Distinct().ToImmutableArray();
        return new PodPeople(placed, seats, types, [.. types.Select(type => placed.Pod.Members.Counts[type.Index])]);
    }

    /// <summary>Who a group of one pod is: its people by traveler, the host before others alike.</summary>
    /// <param name="group">People of each of <see cref="Types"/>.</param>
    public ImmutableArray<TravelerCount> Named(ImmutableArray<int> group)
    {
        var left = group.ToArray();
        return
        [
            .. Seats.Select(seat => (seat.Traveler, Count: Take(seat)))
                .Where(part => part.Count > 0)
                .GroupBy(part => part.Traveler, StringComparer.Ordinal)
                .Select(same => new TravelerCount(same.Key, same.Sum(part => part.Count))),
        ];

        int Take(Seat seat)
        {
            var kind = Types.IndexOf(seat.Type);
            var taken = Math.Min(left[kind], seat.Count / Times);
            left[kind] -= taken;
            return taken;
        }
    }
}
