using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>Rules for sharing a connection between travelers (decision model, section 3).</summary>
public static class Sharing
{
    /// <summary>
    /// Hours a day in which a client is offline because host and client are apart, 0 to 24. It is the larger of both
    /// people's hours, and 0 where both are in the same group. For a child who is never alone it is the hours of the
    /// host.
    /// </summary>
    public static double OfflineHours(Traveler client, Traveler host) =>
        client.Group is not null && client.Group == host.Group ? 0
        : client.NeverAlone ? host.HoursApartPerDay
        : Math.Max(client.HoursApartPerDay, host.HoursApartPerDay);

    /// <summary>
    /// Use of a person in a kind of pod. Through a hotspot or router, a phone that joins no Wi-Fi uses nothing.
    /// </summary>
    public static Demand DemandOf(TravelerType person, PodKind kind) =>
        person.Phone.JoinsWifi || kind is not (PodKind.Hotspot or PodKind.Router)
            ? person.Demand
            : person.Demand with { PhoneGbPerDay = 0 };

    /// <summary>
    /// False for a person who has no device that joins Wi-Fi, who needs a Japanese number, or who must be reachable and
    /// would be offline.
    /// </summary>
    public static bool MayBeClient(TravelerType client, TravelerType host) =>
        client.IsServedOverWifi
        && !client.Traveler.NeedsJapaneseNumber
        && !(client.Traveler.ReachableWhenApart && OfflineHours(client.Traveler, host.Traveler) > 0);

    /// <summary>
    /// False for a person who has no device that joins Wi-Fi, or who needs a Japanese number: a router gives none.
    /// </summary>
    public static bool MayRentRouter(TravelerType host) => host.IsServedOverWifi && !host.Traveler.NeedsJapaneseNumber;

    /// <summary>False for a child who is never alone: a child does not host the others.</summary>
    public static bool MayServeOthers(Traveler host) => !host.NeverAlone;

    /// <summary>
    /// Number of Wi-Fi connections that a phone can serve with its hotspot; 0 where it cannot be one.
    /// </summary>
    public static int HotspotConnections(TravelerType host) => host.Phone.CanHost ? host.Phone.HotspotClients : 0;

    /// <summary>
    /// Number of connections of a router that work well, at least 1: as a source states, else a share of the rated
    /// connections.
    /// </summary>
    public static int RouterConnections(Catalog.Router? router, Catalog.InconvenienceTariff tariff) =>
        router?.UsableDevices
        ?? Math.Max(1, (int)Math.Floor((router?.Devices ?? tariff.RouterDevicesWhenUnknown) * tariff.RouterUsableShare));
}
