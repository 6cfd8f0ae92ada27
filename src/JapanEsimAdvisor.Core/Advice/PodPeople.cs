using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Plans;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Advice;

/// <summary>The people of one traveler who have one role in a pod: host or client.</summary>
/// <param name="Placed">The pod.</param>
/// <param name="Traveler">Id of the traveler.</param>
/// <param name="Type">Type of the traveler.</param>
/// <param name="IsHost">True for the host, false for a client.</param>
/// <param name="Count">Number of people, over all equal pods.</param>
public sealed record Seat(PlacedPod Placed, string Traveler, TravelerType Type, bool IsHost, int Count)
{
    /// <summary>The line in the person's own phone; null for clients and for the host of a router.</summary>
    public Bundle? OwnLine => IsHost && Placed.Pod.Kind != PodKind.Router ? Placed.Pod.Bundle : null;

    /// <summary>True for the same traveler in the same role of the same pod. The counts can differ.</summary>
    public bool IsSameAs(Seat other) => ReferenceEquals(Placed, other.Placed) && Traveler == other.Traveler && IsHost == other.IsHost;

    /// <summary>True where the two are together all day, with no hours apart (method, section 3).</summary>
    public bool WalksWith(Seat other) => Sharing.OfflineHours(Type.Traveler, other.Type.Traveler) == 0;
}

/// <summary>The people of a pod, or of several equal pods.</summary>
/// <param name="Placed">The pod.</param>
/// <param name="Seats">
/// Ordered by type. In a type the host is first, and the others are in the order of the request.
/// </param>
/// <param name="Types">Types in the pod, ordered by index.</param>
/// <param name="Counts">Number of people of each of <paramref name="Types"/> in one pod.</param>
public sealed record PodPeople(PlacedPod Placed, ImmutableArray<Seat> Seats, ImmutableArray<TravelerType> Types, ImmutableArray<int> Counts)
{
    /// <summary>Number of equal pods.</summary>
    public int Times => Placed.Times;

    /// <summary>Number of people of one pod.</summary>
    public int People => Placed.Pod.Members.People;

    /// <summary>The people of a pod.</summary>
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

    /// <summary>The travelers of a group in one pod. In each type the host comes first.</summary>
    /// <param name="group">Number of people of each of <see cref="Types"/>.</param>
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
