using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// Bought, delivered or collected between today and arrival, the counter open when the traveler reaches it, the order deadline met. A way of which
/// the seller says nothing counts as a delivery with a deadline of our own.
/// </summary>
public sealed class CanStillBeHad : EligibilityRule
{
    private static readonly ImmutableArray<Handover> Downloaded = [new(HandoverKind.Download, [], [], null, null)];

    private static readonly ImmutableArray<Handover> InThePhone = [new(HandoverKind.OwnLine, [], [], null, null)];

    private static readonly ImmutableArray<Handover> Unstated = [new(HandoverKind.HotelDelivery, [], [], null, null)];

    public override string Name => "can-still-be-had";

    /// <summary>What is downloaded or already in the phone can always be had.</summary>
    public override string? Check(Plan plan, Buyer buyer) =>
        plan.Medium is Medium.Esim or Medium.Roaming ? null : WhyNoWay(plan, buyer);

    /// <summary>The ways by which the plan can reach this buyer in time.</summary>
    public static IEnumerable<Handover> WaysOpen(Plan plan, Buyer buyer) => Ways(plan, buyer).Where(way => Obstacle(way, plan, buyer) is null);

    /// <summary>Airports at one of which one must land to get it; empty where it comes another way too, or nobody says where.</summary>
    public static ImmutableArray<string> AirportsToLandAt(Plan plan, Buyer buyer)
    {
        var ways = WaysOpen(plan, buyer).ToList();
        var airports = ways.ConvertAll(way => way.How == HandoverKind.AirportCounter ? AirportsOf(way, plan, buyer.Catalog) : []);
        if (airports.Exists(at => at.IsEmpty))
        {
            return [];
        }

        var open = airports.SelectMany(at => at).Where(airport => !IsClosedAtLanding(CountersOf(airport, plan, buyer.Catalog), buyer));
        return [.. open.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Handover> Ways(Plan plan, Buyer buyer) => (plan.Medium, buyer.Catalog.ObtainedBy(plan)) switch
    {
        (Medium.Esim, _) => Downloaded,
        (Medium.Roaming, _) => InThePhone,
        (_, { IsEmpty: true }) => Unstated,
        (_, var ways) => ways,
    };

    /// <summary>What stands in the way that the seller names first; null where any way is open.</summary>
    private static string? WhyNoWay(Plan plan, Buyer buyer)
    {
        var first = default(string);
        foreach (var way in Ways(plan, buyer))
        {
            if (Obstacle(way, plan, buyer) is not { } obstacle)
            {
                return null;
            }

            first ??= obstacle;
        }

        return first;
    }

    private static string? Obstacle(Handover way, Plan plan, Buyer buyer) => way.How switch
    {
        HandoverKind.Download or HandoverKind.OwnLine => null,
        HandoverKind.VendingMachine or HandoverKind.Shop => InCountry(way, buyer) ? null : "not-sold-in-your-country",
        HandoverKind.AirportCounter => AtAirport(way, plan, buyer),
        HandoverKind.PostOffice => AtPostOffice(way, buyer),
        HandoverKind.HomeDelivery => InCountry(way, buyer) ? InTime(way, buyer) : "not-delivered-to-your-country",
        _ => InTime(way, buyer),
    };

    private static bool InCountry(Handover way, Buyer buyer) =>
        way.Countries.IsEmpty || way.Countries.Contains("JP") || (buyer.Trip.HomeCountry is { } home && way.Countries.Contains(home));

    private static string? InTime(Handover way, Buyer buyer) =>
        buyer.BookingDay.AddDays(way.LeadDays ?? buyer.Catalog.Tariff.DeliveryLeadDaysWhenUnknown) <= buyer.Trip.Stay.Arrival ? null : "ordered-too-late";

    private static string? AtAirport(Handover way, Plan plan, Buyer buyer)
    {
        if (buyer.BookingDay.AddDays(way.LeadDays ?? 0) > buyer.Trip.Stay.Arrival)
        {
            return "ordered-too-late";
        }

        return buyer.Trip.Airport switch
        {
            null => IsClosedEverywhere(way, plan, buyer) ? "counter-closed" : null,
            var airport when !way.Airports.IsEmpty && !way.Airports.Contains(airport) => "not-at-your-airport",
            var airport => IsClosedAtLanding(CountersOf(airport, plan, buyer.Catalog), buyer) ? "counter-closed" : null,
        };
    }

    /// <summary>Where nobody says at which airports it is handed over, there is one counter of unknown hours.</summary>
    private static bool IsClosedEverywhere(Handover way, Plan plan, Buyer buyer) => AirportsOf(way, plan, buyer.Catalog) is { IsEmpty: false } airports
        ? airports.All(airport => IsClosedAtLanding(CountersOf(airport, plan, buyer.Catalog), buyer))
        : IsClosedAtLanding([], buyer);

    /// <summary>Where the seller hands over: as the way says, else where a counter of theirs is known; empty where neither says.</summary>
    private static ImmutableArray<string> AirportsOf(Handover way, Plan plan, CatalogSnapshot catalog) => way.Airports.IsEmpty
        ? [.. catalog.Airports.Keys.Where(airport => CountersOf(airport, plan, catalog).Count > 0)]
        : way.Airports;

    /// <summary>Closed, or nobody says that it is open: hours that are not known count as a working day's.</summary>
    private static bool IsClosedAtLanding(List<Counter> counters, Buyer buyer)
    {
        if (buyer.Trip.Stay.ArrivalTime is not { } landing)
        {
            return false;
        }

        var time = AtCounter(landing, buyer);
        return !counters.Any(counter => counter.IsOpenAt(time) == true)
            && (!IsWorkingHour(time) || (counters.Count > 0 && counters.All(counter => counter.IsOpenAt(time) == false)));
    }

    private static List<Counter> CountersOf(string airport, Plan plan, CatalogSnapshot catalog) => catalog.Airports.TryGetValue(airport, out var known)
        ? [.. known.Counters.Where(counter => counter.SellerId == plan.SellerId && counter.HandsOver)]
        : [];

    private static bool IsWorkingHour(TimeOnly time) => time.IsBetween(new TimeOnly(9, 0), new TimeOnly(17, 0));

    private static TimeOnly AtCounter(TimeOnly landing, Buyer buyer) => landing.AddMinutes(buyer.Catalog.Tariff.MinutesFromLandingToCounter);

    /// <summary>Post offices at airports close for the night; hours differ, so only a daytime landing is safe.</summary>
    private static string? AtPostOffice(Handover way, Buyer buyer) =>
        buyer.Trip.Stay.ArrivalTime is { } landing && !IsWorkingHour(AtCounter(landing, buyer))
            ? "counter-closed"
            : InTime(way, buyer);
}
