using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Languages;

namespace JapanEsimAdvisor.Web.Api.Catalog;

/// <summary>An airport of arrival.</summary>
public sealed class AirportResponse(Airport airport, CatalogSnapshot catalog, Words words)
{
    public string Iata { get; } = airport.Iata;
    public string Name { get; } = words["airport." + airport.Iata];

    /// <summary>Empty if no source names one.</summary>
    public IReadOnlyList<CounterAnswer> Counters { get; } = [.. airport.Counters.Select(counter => new CounterAnswer(counter, catalog))];
}

/// <summary>A counter, locker or machine. Times are Japanese time.</summary>
public sealed class CounterAnswer(Counter counter, CatalogSnapshot catalog)
{
    public string Id { get; } = counter.Id;

    /// <summary>The seller whose product is handed over or taken back; null if the catalog does not have it.</summary>
    public IdAndName? Provider { get; } =
        counter.SellerId is { } seller ? new(seller, catalog.Sellers[seller].Name) : null;

    public string Name { get; } = counter.Name;
    public string Kind { get; } = counter.Kind;

    /// <summary>False if it only takes back or sells on the spot.</summary>
    public bool HandsOver { get; } = counter.HandsOver;

    public string? Terminal { get; } = counter.Terminal;
    public string? Location { get; } = counter.Location;

    /// <summary>HH:mm; null if not known.</summary>
    public TimeOnly? Opens { get; } = counter.Opens;

    /// <summary>HH:mm; null if not known.</summary>
    public TimeOnly? Closes { get; } = counter.Closes;

    /// <summary>True: open around the clock.</summary>
    public bool AllDay { get; } = counter.AllDay;

    /// <summary>Whole days to order before handover; null if not known.</summary>
    public int? LeadDays { get; } = counter.LeadDays;

    /// <summary>HH:mm on the last day to order; null if not known.</summary>
    public TimeOnly? OrderBy { get; } = counter.OrderBy;

    public SourceAnswer Source { get; } = SourceAnswer.Of(counter.Source);
}
