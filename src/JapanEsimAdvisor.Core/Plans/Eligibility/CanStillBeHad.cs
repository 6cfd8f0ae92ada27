using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;

namespace JapanEsimAdvisor.Core.Plans.Eligibility;

/// <summary>
/// The plan can reach the buyer between today and arrival: the order deadline is not over, and the counter is open when
/// the traveler reaches it. Where the seller states no way, the rule assumes a delivery with the default deadline. In a
/// trip that has begun, nothing is handed over at an airport or delivered.
/// </summary>
public sealed class CanStillBeHad : EligibilityRule
{
    private static readonly ImmutableArray<Handover> Downloaded = [new(HandoverKind.Download, [], [], null, null)];

    private static readonly ImmutableArray<Handover> InThePhone = [new(HandoverKind.OwnLine, [], [], null, null)];

    private static readonly ImmutableArray<Handover> Unstated = [new(HandoverKind.HotelDelivery, [], [], null, null)];

    public override string Name => "can-still-be-had";

    /// <summary>A download and a line that is already in the phone are always possible.</summary>
    public override string? Check(Plan plan, Buyer buyer) =>
        plan.Medium is Medium.Esim or Medium.Roaming ? null : WhyNoWay(plan, buyer);

    /// <summary>The ways in which the plan can reach this buyer in time.</summary>
    public static IEnumerable<Handover> WaysOpen(Plan plan, Buyer buyer) =>
        Ways(plan, buyer).Where(way => Obstacle(way, plan, buyer) is null);

    /// <summary>Last day on which the plan can be ordered: of the way in which it can be ordered longest.</summary>
    public static DateOnly LastOrderDay(Plan plan, Buyer buyer) => WaysOpen(plan, buyer)
        .Select(way => LastOrderDay(way, buyer, IsCollected(way) ? 0 : buyer.Catalog.Tariff.DeliveryLeadDaysWhenUnknown))
        .DefaultIfEmpty(buyer.Trip.Stay.Arrival)
        .Max();

    private static bool IsCollected(Handover way) => way.How is HandoverKind.AirportCounter or HandoverKind.Shop or HandoverKind.VendingMachine;

    /// <summary>
    /// IATA codes of airports where the plan can be collected. Empty where there is another way too, or where the
    /// airports are not known.
    /// </summary>
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

    /// <summary>Code of the obstacle in the first way of the seller; null where any way is open.</summary>
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
        _ when buyer.Trip.Stay.Began is not null => "ordered-too-late",
        HandoverKind.AirportCounter => AtAirport(way, plan, buyer),
        HandoverKind.PostOffice => AtPostOffice(way, buyer),
        HandoverKind.HomeDelivery => InCountry(way, buyer) ? InTime(way, buyer) : "not-delivered-to-your-country",
        _ => InTime(way, buyer),
    };

    private static bool InCountry(Handover way, Buyer buyer) =>
        way.Countries.IsEmpty || way.Countries.Contains("JP") || (buyer.Trip.HomeCountry is { } home && way.Countries.Contains(home));

    private static string? InTime(Handover way, Buyer buyer) =>
        buyer.BookingDay <= LastOrderDay(way, buyer, buyer.Catalog.Tariff.DeliveryLeadDaysWhenUnknown) ? null : "ordered-too-late";

    /// <summary>
    /// Last day on which an order is sure to arrive in time. Where orders close at a time of day, the last day itself is
    /// not sure, because the rules know the day of the order and not its time.
    /// </summary>
    private static DateOnly LastOrderDay(Handover way, Buyer buyer, int leadDaysWhenUnknown) =>
        buyer.Trip.Stay.Arrival.AddDays(-(way.LeadDays ?? leadDaysWhenUnknown) - (way.OrderBy is null ? 0 : 1));

    private static string? AtAirport(Handover way, Plan plan, Buyer buyer)
    {
        if (buyer.BookingDay > LastOrderDay(way, buyer, 0))
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

    /// <summary>Where the airports are not known, the rule assumes one counter with unknown hours.</summary>
    private static bool IsClosedEverywhere(Handover way, Plan plan, Buyer buyer) =>
        AirportsOf(way, plan, buyer.Catalog) is { IsEmpty: false } airports
            ? airports.All(airport => IsClosedAtLanding(CountersOf(airport, plan, buyer.Catalog), buyer))
            : IsClosedAtLanding([], buyer);

    /// <summary>
    /// Airports where the seller hands over: those of the way, else those with a known counter of the seller; empty
    /// where neither is known.
    /// </summary>
    private static ImmutableArray<string> AirportsOf(Handover way, Plan plan, CatalogSnapshot catalog) => way.Airports.IsEmpty
        ? [.. catalog.Airports.Keys.Where(airport => CountersOf(airport, plan, catalog).Count > 0)]
        : way.Airports;

    /// <summary>
    /// True where the counters are closed, or where unknown hours do not include this time. Unknown hours count as 9:00
    /// to 17:00.
    /// </summary>
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

    private static List<Counter> CountersOf(string airport, Plan plan, CatalogSnapshot catalog) =>
        catalog.Airports.TryGetValue(airport, out var known)
            ? [.. known.Counters.Where(counter => counter.SellerId == plan.SellerId && counter.HandsOver)]
            : [];

    private static bool IsWorkingHour(TimeOnly time) => time.IsBetween(new TimeOnly(9, 0), new TimeOnly(17, 0));

    private static TimeOnly AtCounter(TimeOnly landing, Buyer buyer) =>
        landing.AddMinutes(buyer.Catalog.Tariff.MinutesFromLandingToCounter);

    /// <summary>
    /// Post offices at airports close for the night, and their hours differ. So only a landing in the daytime is safe.
    /// </summary>
    private static string? AtPostOffice(Handover way, Buyer buyer) =>
        buyer.Trip.Stay.ArrivalTime is { } landing && !IsWorkingHour(AtCounter(landing, buyer))
            ? "counter-closed"
            : InTime(way, buyer);
}
