namespace JapanEsimAdvisor.Core.Catalog;

/// <summary>What a thing typically costs on the market: shown beside advice, never bought.</summary>
/// <param name="Topic">Such as roaming-per-day, pocket-wifi-per-day.</param>
/// <param name="Market">ISO country it holds for; null for any.</param>
/// <param name="Historic">Kept for comparison only.</param>
public sealed record Benchmark(string Id, string Topic, string? Market, int? Days, decimal Low, decimal High, string Currency, bool Historic, Source Source);
