using System.Text.Json;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Caching.Memory;

namespace JapanEsimAdvisor.Web.Api.Recommendations;

/// <summary>
/// Advice worked out before, by its tag: request, catalog, day in Japan and language. Bounded, in memory alone, emptied when another catalog comes into service.
/// What is kept is the same for every caller.
/// </summary>
public sealed class AnswerCache : IDisposable
{
    /// <summary>Of kept answers together, by the bytes of their JSON.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public AnswerCache(CatalogStore catalog) => catalog.Replaced += (_, _) => _kept.Clear();

    public KeptAnswer? Find(string tag) => _kept.Get<KeptAnswer>(tag);

    public KeptAnswer Keep(string tag, RecommendationResponse response, int people)
    {
        var answer = new KeptAnswer(JsonSerializer.SerializeToUtf8Bytes(response, WireJson.Options), people);
        return _kept.Set(tag, answer, new MemoryCacheEntryOptions { Size = answer.Json.Length, AbsoluteExpirationRelativeToNow = Longest });
    }

    public void Dispose() => _kept.Dispose();
}

/// <summary>An answer as it is sent.</summary>
/// <param name="Json">UTF-8.</param>
/// <param name="People">Of the party.</param>
public sealed record KeptAnswer(byte[] Json, int People);
