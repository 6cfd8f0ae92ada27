using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Party;

/// <summary>What a traveler's phone can do, from what they say, the model and the market it was made for.</summary>
/// <param name="Esim">Can it take a travel eSIM, its lock left aside?</param>
/// <param name="EsimAssumed">True where "yes" rests on no statement about market or model.</param>
/// <param name="SimSlots">Physical slots; null where not known.</param>
/// <param name="JoinsWifi">
/// False only where the model is known not to: it connects to no hotspot and no router, and is no hotspot itself.
/// </param>
/// <param name="HotspotClients">Wi-Fi connections to plan with.</param>
public sealed record PhoneFacts(
    Tristate Esim,
    bool EsimAssumed,
    int? SimSlots,
    bool JoinsWifi,
    bool CanHost,
    int HotspotClients,
    int EsimStored)
{
    /// <summary>Where models with two cards and no eSIM are sold.</summary>
    public static readonly ImmutableArray<string> MarketsWithDualSimPhones = ["CN", "HK", "MO", "TW"];

    public static PhoneFacts Of(Traveler traveler, Trip trip, CatalogSnapshot catalog)
    {
        var device = traveler.Phone is { } id ? catalog.Devices[id] : null;
        var market = traveler.PhoneMarket ?? trip.HomeCountry;
        var variant = market is null ? null : device?.VariantFor(market);
        var (esim, assumed) = EsimOf(traveler, trip, device, variant, market);
        return new PhoneFacts(
            esim,
            assumed,
            variant is null ? device?.SimSlots : variant.SimSlots,
            device?.JoinsWifi ?? true,
            device is not { CanHost: false } and not { JoinsWifi: false },
            ClientsOf(device, catalog.Tariff),
            device?.EsimStored ?? catalog.Tariff.EsimStoredWhenUnknown);
    }

    private static (Tristate Esim, bool Assumed) EsimOf(Traveler traveler, Trip trip, Device? device, MarketVariant? variant, string? market) =>
        (traveler.Esim, device, market) switch
        {
            ({ } said, _, _) => (said, false),
            (_, { } known, not null) => (variant?.Esim ?? known.Esim, false),
            (_, { EsimDependsOnMarket: false } known, null) => (known.Esim, false),
            (_, { Esim: Tristate.No }, null) => (Tristate.No, false),
            _ => IsOftenWithoutEsim(traveler, trip) ? (Tristate.Unknown, false) : (device?.Esim ?? Tristate.Yes, true),
        };

    private static bool IsOftenWithoutEsim(Traveler traveler, Trip trip) =>
        ((traveler.PhoneMarket ?? trip.HomeCountry) is { } market && MarketsWithDualSimPhones.Contains(market)) || (trip.ChineseReader && traveler.PhoneMarket is null);

    private static int ClientsOf(Device? device, InconvenienceTariff tariff) => device switch
    {
        { HotspotClients: { } known } => known,
        { Brand: "Apple" } => tariff.HotspotClientsIphone,
        _ => tariff.HotspotClientsOther,
    };
}
