using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>What people of one seat of a basket can do when one thing fails that they depend on (method, sections 5 and 9).</summary>
/// <param name="Pod">Place of their pod among <see cref="Basket.Pods"/>.</param>
/// <param name="Traveler">Traveler id.</param>
/// <param name="IsHost">They carry the line or the router of their pod.</param>
/// <param name="IsDead">Their own phone failed: no line would help.</param>
/// <param name="IsAlone">Nobody walks with them who surely has a connection.</param>
/// <param name="Failure">What fails, with its cure.</param>
/// <param name="Sharers">Who walks with them, surely has a connection and can pass it on to them: by plan and phone, or with a router.</param>
/// <param name="Companions">Who else walks with them and surely has a connection.</param>
public sealed record FallBack(
    int Pod,
    string Traveler,
    bool IsHost,
    bool IsDead,
    bool IsAlone,
    Failure Failure,
    ImmutableArray<TravelerCount> Sharers,
    ImmutableArray<TravelerCount> Companions)
{
    /// <summary>By failure, each with those it cuts off.</summary>
    /// <param name="backup">Of the same basket and advice.</param>
    public static ImmutableArray<FallBack> AllOf(Basket basket, Recommendation advice, Backup backup) =>
    [
        .. from pair in Outage.AllOf(basket, advice).Zip(backup.Failures, (outage, failure) => (Outage: outage, Failure: failure))
           from seat in pair.Outage.Dead.Concat(pair.Outage.Offline)
           select Of(seat, pair.Outage, pair.Failure, basket),
    ];

    private static FallBack Of(Seat seat, Outage outage, Failure failure, Basket basket)
    {
        var near = outage.Online.Where(seat.WalksWith).ToLookup(online => seat.Type.IsServedOverWifi && CanShare(online));
        return new FallBack(
            basket.Pods.IndexOf(seat.Placed),
            seat.Traveler,
            seat.IsHost,
            outage.Dead.Any(seat.IsSameAs),
            outage.Alone.Any(seat.IsSameAs),
            failure,
            outage.Counted(near[true]),
            outage.Counted(near[false]));
    }

    private static bool CanShare(Seat online) => online.IsHost && (online.Placed.Pod.Kind == PodKind.Router
        || (Sharing.HotspotConnections(online.Type) > 0 && online.Placed.Pod.Bundle!.Items.All(item => item.Plan.Tethering.MayServe)));
}
