using System.Collections.Immutable;

namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>An airport in Japan.</summary>
/// <param name="Iata">IATA code.</param>
/// <param name="Counters">Known counters; empty where none is known.</param>
public sealed record Airport(string Iata, ImmutableArray<Counter> Counters);

/// <summary>A counter, locker or machine at an airport.</summary>
/// <param name="Id">Id of the counter.</param>
/// <param name="SellerId">Null where it belongs to no seller of the catalog.</param>
/// <param name="Name">Name on the sign.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Terminal">Null where not known.</param>
/// <param name="Location">Floor or place in the terminal; null where not known.</param>
/// <param name="Opens">Japanese clock time; null where not known.</param>
/// <param name="Closes">Japanese clock time; null where not known.</param>
/// <param name="AllDay">True where it never closes.</param>
/// <param name="LeadDays">Whole days between the last order day and the handover; null where not known.</param>
/// <param name="OrderBy">Japanese clock time on the last order day; null where not known.</param>
/// <param name="Source">Where these facts were read.</param>
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
    /// <summary>Every value of <see cref="Kind"/>.</summary>
    public static readonly ImmutableArray<string> Kinds =
        ["wifi-counter", "sim-counter", "wifi-sim-counter", "parcel-pickup", "sim-vending", "return-box"];

    /// <summary>True where it hands over an order.</summary>
    public bool HandsOver => Kind is not ("return-box" or "sim-vending");

    /// <summary>Whether it is open at a Japanese clock time; null where the hours are not known.</summary>
    public bool? IsOpenAt(TimeOnly time) => this switch
    {
        { AllDay: true } => true,
        { Opens: { } opens, Closes: { } closes } => time.IsBetween(opens, closes),
        { Opens: { } opens } when time < opens => false,
        { Closes: { } closes } when time >= closes => false,
        _ => null,
    };
}
