using JapanEsimAdvisor.Core.Party;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Pods;

/// <summary>Who can connect through whom (decision model, section 3).</summary>
public static class Sharing
{
    /// <summary>
    /// Hours a day a client is offline because host and client are apart: the larger of both people's hours, none where both name the same group. A
    /// child who is never alone takes the host's hours.
    /// </summary>
    public static double OfflineHours(Traveler client, Traveler host) =>
        client.Group is not null && client.Group == host.Group ? 0
        : client.NeverAlone ? host.HoursApartPerDay
        : Math.Max(client.HoursApartPerDay, host.HoursApartPerDay);

    /// <summary>What a person uses in a pod: through a hotspot or router, a phone that joins no Wi-Fi uses nothing.</summary>
    public static Demand DemandOf(TravelerType person, PodKind kind) =>
        person.Phone.JoinsWifi || kind is not (PodKind.Hotspot or PodKind.Router) ? person.Demand : person.Demand with { PhoneGbPerDay = 0 };

    /// <summary>Who joins no Wi-Fi, must be reachable and would be offline, or needs a number of their own, cannot be a client.</summary>
    public static bool MayBeClient(TravelerType client, TravelerType host) =>
        client.IsServedOverWifi
        && !client.Traveler.NeedsJapaneseNumber
        && !(client.Traveler.ReachableWhenApart && OfflineHours(client.Traveler, host.Traveler) > 0);

    /// <summary>Who gets nothing from a router does not rent it, and it holds no number that somebody needs.</summary>
    public static bool MayRentRouter(TravelerType host) => host.IsServedOverWifi && !host.Traveler.NeedsJapaneseNumber;

    /// <summary>A child who is never alone does not carry the others' connection.</summary>
    public static bool MayServeOthers(Traveler host) => !host.NeverAlone;

    /// <summary>Wi-Fi connections a phone can serve with its hotspot.</summary>
    public static int HotspotConnections(TravelerType host) => host.Phone.CanHost ? host.Phone.HotspotClients : 0;

    /// <summary>Connections of a router that work in use: as found, else a share of what the renter names.</summary>
    public static int RouterConnections(Catalog.Router? router, Catalog.InconvenienceTariff tariff) =>
        router?.UsableDevices ?? Math.Max(1, (int)Math.Floor((router?.Devices ?? tariff.RouterDevicesWhenUnknown) * tariff.RouterUsableShare));
}
