using System.Collections.Immutable;
using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Party;

/// <summary>A type of traveler: people who are alike in everything the advice depends on.</summary>
/// <param name="Index">Place of the type among the types of the party, from 0.</param>
/// <param name="Traveler">The first member, for everything that is the same for all.</param>
/// <param name="Demand">Use of one person.</param>
/// <param name="Phone">Facts of the phone of one person.</param>
/// <param name="ConnectingDevices">Number of further devices of one person that use data.</param>
/// <param name="Count">Number of people, at least 1.</param>
/// <param name="Members">The travelers of this type, in the order of the request.</param>
public sealed record TravelerType(
    int Index,
    Traveler Traveler,
    Demand Demand,
    PhoneFacts Phone,
    int ConnectingDevices,
    int Count,
    ImmutableArray<Traveler> Members)
{
    private const int UsualKey = 256;

    /// <summary>
    /// Number of Wi-Fi connections of one person as a client: the phone, if it joins Wi-Fi and is used, and the further
    /// devices.
    /// </summary>
    public int ConnectionsAsClient => (Phone.JoinsWifi && (Demand.PhoneGbPerDay > 0 || ConnectingDevices == 0) ? 1 : 0) + ConnectingDevices;

    /// <summary>True where the phone or a further device joins the Wi-Fi of a hotspot or router.</summary>
    public bool IsServedOverWifi => Phone.JoinsWifi || ConnectingDevices > 0;

    /// <summary>
    /// True for a person who uses no data, need not be reachable and needs no Japanese number. They need no line.
    /// </summary>
    public bool NeedsNothing => Demand.IsZero && !Traveler.ReachableWhenApart && !Traveler.NeedsJapaneseNumber;

    /// <summary>
    /// Groups people who are alike in effect: their phones can do the same, whatever their names. A canonical key orders
    /// the types, so the names and the order in the request change nothing.
    /// </summary>
    public static ImmutableArray<TravelerType> Of(Trip trip, CatalogSnapshot catalog) =>
        [.. trip.Travelers
            .Select(traveler => new TravelerType(
                0,
                traveler,
                UsageModel.Of(traveler, trip, catalog),
                PhoneFacts.Of(traveler, trip, catalog),
                UsageModel.ConnectingDevices(traveler, catalog),
                traveler.Count,
                [traveler]))
            .GroupBy(Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select((group, index) => Joined(index, [.. group]))];

    private static TravelerType Joined(int index, ImmutableArray<TravelerType> alike) => alike[0] with
    {
        Index = index,
        Count = alike.Sum(type => type.Count),
        Members = [.. alike.SelectMany(type => type.Members)],
    };

    private static string Key(TravelerType type)
    {
        var (traveler, phone, demand) = (type.Traveler, type.Phone, type.Demand);
        return string.Create(
            CultureInfo.InvariantCulture,
            stackalloc char[UsualKey],
            $"{phone.Esim}|{phone.EsimAssumed}|{phone.SimSlots}|{phone.JoinsWifi}|{phone.CanHost}|{phone.HotspotClients}|{phone.EsimStored}|"
            + $"{phone.OneActiveEsim}|{phone.MayBeLocked}|{traveler.CarrierLocked}|{traveler.HasPhone}|{type.ConnectingDevices}|"
            + $"{KeyOf(traveler.Use)}|{demand.PhoneGbPerDay:R}|{demand.DevicesGbPerDay:R}|"
            + $"{traveler.HoursApartPerDay:R}|{traveler.Group}|{traveler.NeverAlone}|{traveler.ReachableWhenApart}|{traveler.KeepsHomeLine}|"
            + $"{traveler.NeedsJapaneseNumber}|{traveler.HomeOperator}|{traveler.HomePlan}|{KeyOf(traveler.Benefits)}");
    }

    private static string KeyOf(IReadOnlyCollection<string> names) => names.Count switch
    {
        0 => string.Empty,
        1 => names.First(),
        _ => string.Join(',', names.Order(StringComparer.Ordinal)),
    };

    private static string KeyOf(Use use) => use switch
    {
        Use.Profile(var id) => "p:" + id,
        Use.Measured(var gb) => "m:" + Invariant(gb),
        Use.AtHome(var gb) => "h:" + Invariant(gb),
        Use.Activities(var hours) => "a:" + string.Join(',', hours.Select(pair => pair.Key + '=' + Invariant(pair.Value))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
