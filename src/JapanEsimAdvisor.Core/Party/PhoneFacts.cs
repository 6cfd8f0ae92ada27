using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Party;

/// <summary>
/// What the phone of a traveler can do, from the traveler's statement, the model and the market it was made for.
/// </summary>
/// <param name="Esim">Whether it takes a travel eSIM. A lock to an operator is not part of this.</param>
/// <param name="EsimAssumed">True where "yes" is an assumption, without a statement about market or model.</param>
/// <param name="SimSlots">Number of physical slots; null where not known.</param>
/// <param name="JoinsWifi">
/// False only where the model is known to join no Wi-Fi. It then connects to no hotspot and no router, and cannot be a
/// hotspot.
/// </param>
/// <param name="CanHost">Whether it can be a hotspot.</param>
/// <param name="HotspotClients">Number of Wi-Fi connections to plan with as a hotspot.</param>
/// <param name="EsimStored">Number of eSIM profiles that it stores.</param>
public sealed record PhoneFacts(
    Tristate Esim,
    bool EsimAssumed,
    int? SimSlots,
    bool JoinsWifi,
    bool CanHost,
    int HotspotClients,
    int EsimStored)
{
    /// <summary>ISO 3166 codes of markets with models that have two card slots and no eSIM.</summary>
    public static readonly ImmutableArray<string> MarketsWithDualSimPhones = ["CN", "HK", "MO", "TW"];

    /// <summary>The facts of a traveler's phone. Defaults of the tariff fill in what is not known.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The catalog does not contain the phone. The request is checked before.
    /// </exception>
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

    private static (Tristate Esim, bool Assumed) EsimOf(
        Traveler traveler, Trip trip, Device? device, MarketVariant? variant, string? market) =>
        (traveler.Esim, device, market) switch
        {
            ({ } stated, _, _) => (stated, false),
            (_, { } known, not null) => (variant?.Esim ?? known.Esim, false),
            (_, { EsimDependsOnMarket: false } known, null) => (known.Esim, false),
            (_, { Esim: Tristate.No }, null) => (Tristate.No, false),
            _ => IsOftenWithoutEsim(traveler, trip) ? (Tristate.Unknown, false) : (device?.Esim ?? Tristate.Yes, true),
        };

    private static bool IsOftenWithoutEsim(Traveler traveler, Trip trip) =>
        ((traveler.PhoneMarket ?? trip.HomeCountry) is { } market && MarketsWithDualSimPhones.Contains(market))
        || (trip.ChineseReader && traveler.PhoneMarket is null);

    private static int ClientsOf(Device? device, InconvenienceTariff tariff) => device switch
    {
        { HotspotClients: { } known } => known,
        { Brand: "Apple" } => tariff.HotspotClientsIphone,
        _ => tariff.HotspotClientsOther,
    };
}
