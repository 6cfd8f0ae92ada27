using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

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

/// <summary>One way a purchase reaches the traveler.</summary>
/// <param name="Airports">IATA codes; empty where not known.</param>
/// <param name="Countries">ISO codes for home delivery and shops; empty where not known.</param>
/// <param name="LeadDays">Whole days before handover by which to order; null where not known.</param>
/// <param name="OrderBy">Japanese clock time on the last order day.</param>
public sealed record Handover(
    HandoverKind How,
    ImmutableArray<string> Airports,
    ImmutableArray<string> Countries,
    int? LeadDays,
    TimeOnly? OrderBy);
