namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>A typical market price. Pages show it beside the advice. It is never part of a basket.</summary>
/// <param name="Id">Unique in the catalog.</param>
/// <param name="Topic">What the price is for, such as roaming-per-day or pocket-wifi-per-day.</param>
/// <param name="Market">ISO 3166 code of its country; null for any.</param>
/// <param name="Days">Days that the price is for; null where not stated.</param>
/// <param name="Low">Lower end, in units of the currency.</param>
/// <param name="High">Upper end, in units of the currency.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Historic">True where it is only for comparison with the past.</param>
/// <param name="Source">Where the price was read.</param>
public sealed record Benchmark(
    string Id,
    string Topic,
    string? Market,
    int? Days,
    decimal Low,
    decimal High,
    string Currency,
    bool Historic,
    Source Source);
