using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Advice;
using JapanEsimAdvisor.Core.Pods;

namespace JapanEsimAdvisor.Core.Questions.Backups;

/// <summary>What the people of one seat can do in a failure that concerns them (method, sections 5 and 9).</summary>
/// <param name="Pod">Index of their pod in <see cref="Basket.Pods"/>.</param>
/// <param name="Traveler">Traveler id.</param>
/// <param name="IsHost">True where they have the line or the router of their pod.</param>
/// <param name="IsDead">True where their own phone failed. A further line does not help.</param>
/// <param name="IsAlone">True where they are with nobody who surely has a connection.</param>
/// <param name="Failure">What fails, with its spare line.</param>
/// <param name="Sharers">
/// People who are with them, surely have a connection and can share it: by plan and phone, or with a router.
/// </param>
/// <param name="Companions">Other people who are with them and surely have a connection.</param>
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
    /// <summary>For each failure, the seats without a connection.</summary>
    /// <param name="basket">The basket.</param>
    /// <param name="advice">The recommendation of the basket.</param>
    /// <param name="backup">The failures of the same basket and recommendation.</param>
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
