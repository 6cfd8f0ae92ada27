using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>The seats of a basket in one failure.</summary>
/// <param name="Kind">What fails.</param>
/// <param name="What">As <see cref="Failure.What"/>.</param>
/// <param name="Plans">Ids of the plans that fail.</param>
/// <param name="Dead">Seats whose own phone failed.</param>
/// <param name="Offline">Other seats without a connection.</param>
/// <param name="Alone">Those of <paramref name="Offline"/> who are with nobody who surely has a connection.</param>
/// <param name="Online">Seats that surely have a connection.</param>
/// <param name="Times">Number of equal pods of which one fails.</param>
/// <param name="Order">Place of each traveler in the request.</param>
public sealed record Outage(
    FailureKind Kind,
    string What,
    ImmutableArray<string> Plans,
    ImmutableArray<Seat> Dead,
    ImmutableArray<Seat> Offline,
    ImmutableArray<Seat> Alone,
    ImmutableArray<Seat> Online,
    int Times,
    IReadOnlyDictionary<string, int> Order)
{
    /// <summary>
    /// Every single failure: phones by pod, routers by pod, then networks by name, the unknown one last.
    /// </summary>
    public static ImmutableArray<Outage> AllOf(Basket basket, Recommendation advice)
    {
        var pods = basket.Pods.Where(placed => placed.Pod.Bundle is not null).Select(placed => PodPeople.Of(placed, advice)).ToList();
        var order = advice.Trip.Travelers
            .Select((traveler, index) => (traveler.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var known = pods
            .SelectMany(pod => pod.Placed.Pod.Bundle!.Items)
            .SelectMany(item => item.Plan.Networks)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var isUnknown = pods.Exists(pod => Networks.Of(pod.Placed.Pod.Bundle!).IsEmpty);
        return
        [
            .. pods.Where(pod => pod.Placed.Pod.Kind == PodKind.Hotspot).Select(pod => OfPod(FailureKind.HostPhone, pod, pods, order)),
            .. pods.Where(pod => pod.Placed.Pod.Kind == PodKind.Router).Select(pod => OfPod(FailureKind.Router, pod, pods, order)),
            .. known.Select(network => OfNetwork(network, pods, order)),
            .. isUnknown ? [OfNetwork(Networks.Unknown, pods, order)] : Array.Empty<Outage>(),
        ];
    }

    /// <summary>The number of people of each traveler in some seats, in the order of the request.</summary>
    public ImmutableArray<TravelerCount> Counted(IEnumerable<Seat> seats) =>
    [
        .. seats.GroupBy(seat => seat.Traveler, StringComparer.Ordinal)
            .OrderBy(same => Order[same.Key])
            .Select(same => new TravelerCount(same.Key, same.Sum(seat => seat.Count))),
    ];

    /// <summary>One of several equal pods fails. The others still work.</summary>
    private static Outage OfPod(FailureKind kind, PodPeople pod, List<PodPeople> pods, IReadOnlyDictionary<string, int> order)
    {
        var failed = pod.Seats.Select(seat => seat with { Count = seat.Count / pod.Times }).ToList();
        var online = pods.Where(other => other != pod).SelectMany(other => other.Seats)
            .Concat(pod.Seats.Where(_ => pod.Times > 1).Select(seat => seat with { Count = seat.Count - (seat.Count / pod.Times) }));
        var isDead = failed.ToLookup(seat => kind == FailureKind.HostPhone && seat.IsHost);
        return Of(kind, pod.Placed.Host, [pod], [.. isDead[true]], [.. isDead[false]], [.. online], pod.Times, order);
    }

    /// <summary>
    /// Every line that is known to depend on the network fails. A line that may depend on it does not count as a sure
    /// connection.
    /// </summary>
    private static Outage OfNetwork(string network, List<PodPeople> pods, IReadOnlyDictionary<string, int> order)
    {
        var hit = pods.Where(pod => Networks.DependsOn(pod.Placed.Pod.Bundle!, network)).ToList();
        var sure = pods.Where(pod => Networks.Survives(pod.Placed.Pod.Bundle!, network)).SelectMany(pod => pod.Seats);
        return Of(FailureKind.Network, network, hit, [], [.. hit.SelectMany(pod => pod.Seats)], [.. sure], 1, order);
    }

    private static Outage Of(
        FailureKind kind,
        string what,
        List<PodPeople> hit,
        ImmutableArray<Seat> dead,
        ImmutableArray<Seat> offline,
        ImmutableArray<Seat> online,
        int times,
        IReadOnlyDictionary<string, int> order) => new(
            kind,
            what,
            [.. hit.SelectMany(pod => pod.Placed.Pod.Bundle!.Items).Select(item => item.Plan.Id).Distinct(StringComparer.Ordinal)],
            dead,
            offline,
            [.. offline.Where(seat => !online.Any(seat.WalksWith))],
            online,
            times,
            order);
}
