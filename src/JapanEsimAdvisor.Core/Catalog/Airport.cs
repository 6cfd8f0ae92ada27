using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

public sealed record Airport(string Iata, ImmutableArray<Counter> Counters);

/// <summary>A desk, locker or machine at an airport.</summary>
/// <param name="SellerId">Null where it is nobody of the catalog.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Opens">Japanese clock time; null where not known.</param>
/// <param name="LeadDays">Days before handover by which to order.</param>
public sealed record Counter(
    string Id,
    string? SellerId,
    string Name,
    string Kind,
    string? Terminal,
    string? Location,
    TimeOnly? Opens,
    TimeOnly? Closes,
    bool AllDay,
    int? LeadDays,
    TimeOnly? OrderBy,
    Source Source)
{
    public static readonly ImmutableArray<string> Kinds = ["wifi-counter", "sim-counter", "wifi-sim-counter", "parcel-pickup", "sim-vending", "return-box"];

    public bool HandsOver => Kind is not ("return-box" or "sim-vending");

    /// <summary>True, false, or null where the hours are not known.</summary>
    public bool? IsOpenAt(TimeOnly time) => this switch
    {
        { AllDay: true } => true,
        { Opens: { } opens, Closes: { } closes } => time.IsBetween(opens, closes),
        { Opens: { } opens } when time < opens => false,
        { Closes: { } closes } when time >= closes => false,
        _ => null,
    };
}
