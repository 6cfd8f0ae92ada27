using System.Collections.Immutable;
using System.Globalization;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Core.Trips;
using JapanEsimAdvisor.Core.Usage;

namespace JapanEsimAdvisor.Core.Party;

/// <summary>People alike in everything the advice depends on.</summary>
/// <param name="Members">Who they are, in the order of the request: (traveler, how many of them).</param>
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

    /// <summary>Wi-Fi connections of a person of this type as a client: the phone, if used and able, and further devices.</summary>
    public int ConnectionsAsClient => (Phone.JoinsWifi && (Demand.PhoneGbPerDay > 0 || ConnectingDevices == 0) ? 1 : 0) + ConnectingDevices;

    /// <summary>Whether a hotspot or router is of use to a person of this type: the phone joins it, or a further device does.</summary>
    public bool IsServedOverWifi => Phone.JoinsWifi || ConnectingDevices > 0;

    /// <summary>Nobody needs a line for no data, unless they must be reachable or need a number.</summary>
    public bool NeedsNothing => Demand.IsZero && !Traveler.ReachableWhenApart && !Traveler.NeedsJapaneseNumber;

    /// <summary>Groups people alike. Types are sorted by a canonical key, so that names and order of the request change nothing.</summary>
    public static ImmutableArray<TravelerType> Of(Trip trip, CatalogSnapshot catalog) =>
        [.. trip.Travelers
            .GroupBy(Key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select((group, index) => Create(index, [.. group], trip, catalog))];

    private static TravelerType Create(int index, ImmutableArray<Traveler> members, Trip trip, CatalogSnapshot catalog) => new(
        index,
        members[0],
        UsageModel.Of(members[0], trip, catalog),
        PhoneFacts.Of(members[0], trip, catalog),
        UsageModel.ConnectingDevices(members[0], catalog),
        members.Sum(member => member.Count),
        members);

    private static string Key(Traveler traveler) => string.Create(
        CultureInfo.InvariantCulture,
        stackalloc char[UsualKey],
        $"{traveler.Phone}|{traveler.PhoneMarket}|{traveler.Esim}|{traveler.CarrierLocked}|{KeyOf(traveler.Devices)}|{KeyOf(traveler.Use)}|{traveler.HoursApartPerDay:R}|{traveler.Group}|{traveler.NeverAlone}|{traveler.ReachableWhenApart}|{traveler.KeepsHomeLine}|{traveler.NeedsJapaneseNumber}|{traveler.HomeOperator}|{traveler.HomePlan}|{KeyOf(traveler.Benefits)}");

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
