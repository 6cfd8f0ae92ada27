using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;

namespace JapanEsimAdvisor.Core.Party;

/// <summary>
/// What the phone of a traveler can do, from the traveler's statement, the model and the market it was made for.
/// </summary>
/// <param name="Esim">Whether it takes a travel eSIM. A lock to an operator is not part of this.</param>
/// <param name="EsimAssumed">True where "yes" is an assumption, without a statement about market or model.</param>
/// <param name="SimSlots">Number of physical slots, 0 to 2; null where not known.</param>
/// <param name="JoinsWifi">
/// False only where the model is known to join no Wi-Fi. It then connects to no hotspot and no router, and cannot be a
/// hotspot.
/// </param>
/// <param name="CanHost">Whether it can be a hotspot.</param>
/// <param name="HotspotClients">Number of Wi-Fi connections to plan with as a hotspot.</param>
/// <param name="EsimStored">Number of eSIM profiles that it stores.</param>
/// <param name="OneActiveEsim">
/// True for a phone that runs one eSIM at a time. A home line that is an eSIM is off while a travel eSIM is on.
/// </param>
/// <param name="MayBeLocked">
/// True where the lock is not stated and phones of this market are often sold locked to an operator.
/// </param>
public sealed record PhoneFacts(
    Tristate Esim,
    bool EsimAssumed,
    int? SimSlots,
    bool JoinsWifi,
    bool CanHost,
    int HotspotClients,
    int EsimStored,
    bool OneActiveEsim = false,
    bool MayBeLocked = false)
{
    /// <summary>ISO 3166 codes of markets with models that have two card slots and no eSIM.</summary>
    private static readonly ImmutableArray<string> MarketsWithDualSimPhones = ["CN", "HK", "MO", "TW"];

    /// <summary>
    /// ISO 3166 codes of markets where operators sell phones locked (fact <c>us-unlock-rules</c> in
    /// <c>data/facts/activation.json</c>).
    /// </summary>
    private static readonly ImmutableArray<string> MarketsWithLockedPhones = ["US"];

    private static readonly PhoneFacts NoPhone = new(Tristate.No, false, 0, false, false, 0, 0);

    /// <summary>The facts of a traveler's phone. Defaults of the tariff fill in what is not known.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The catalog does not contain the phone. The request is checked before.
    /// </exception>
    public static PhoneFacts Of(Traveler traveler, Trip trip, CatalogSnapshot catalog)
    {
        if (!traveler.HasPhone)
        {
            return NoPhone;
        }

        var device = traveler.Phone is { } id ? catalog.Devices[id] : null;
        var market = traveler.PhoneMarket ?? trip.HomeCountry;
        var variant = market is null ? null : device?.VariantFor(market);
        var (esim, assumed) = EsimOf(traveler, device, variant, market);
        return new PhoneFacts(
            esim,
            assumed,
            traveler.SimSlots ?? (variant is null ? device?.SimSlots : variant.SimSlots),
            device?.JoinsWifi ?? true,
            !traveler.HotspotBlocked && device is not { CanHost: false } and not { JoinsWifi: false },
            device?.HotspotClients ?? catalog.Tariff.HotspotClientsWhenUnknown,
            device?.EsimStored ?? catalog.Tariff.EsimStoredWhenUnknown,
            device?.EsimActive == 1,
            traveler.CarrierLocked is null && market is not null && MarketsWithLockedPhones.Contains(market));
    }

    private static (Tristate Esim, bool Assumed) EsimOf(Traveler traveler, Device? device, MarketVariant? variant, string? market) =>
        (traveler.Esim, device, market) switch
        {
            ({ } stated, _, _) => (stated, false),
            (_, null, _) when traveler.UnknownPhone is not null => (Tristate.Unknown, false),
            (_, { } known, not null) => (variant?.Esim ?? known.Esim, false),
            (_, { EsimDependsOnMarket: false } known, null) => (known.Esim, false),
            (_, { Esim: Tristate.No }, null) => (Tristate.No, false),
            _ when market is not null && MarketsWithDualSimPhones.Contains(market) => (Tristate.Unknown, false),
            _ => (device?.Esim ?? Tristate.Yes, true),
        };
}
