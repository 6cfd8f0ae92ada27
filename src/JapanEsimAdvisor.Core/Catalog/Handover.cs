using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>How a purchase can reach the traveler.</summary>
public enum HandoverKind
{
    Download,
    AirportCounter,
    HotelDelivery,
    HomeDelivery,
    PostOffice,
    Shop,
    VendingMachine,
    OwnLine,
}

/// <summary>One way in which a purchase reaches the traveler.</summary>
/// <param name="How">Kind of the way.</param>
/// <param name="Airports">IATA codes; empty where not known.</param>
/// <param name="Countries">ISO 3166 codes for home delivery and shops; empty where not known.</param>
/// <param name="LeadDays">Whole days between the last order day and the handover; null where not known.</param>
/// <param name="OrderBy">Japanese clock time on the last order day; null where not known.</param>
public sealed record Handover(
    HandoverKind How,
    ImmutableArray<string> Airports,
    ImmutableArray<string> Countries,
    int? LeadDays,
    TimeOnly? OrderBy);
