using System.Globalization;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>
/// Caches the catalog's GET answers and result pages in ASP.NET Core's output cache. The cache is bounded and is
/// emptied when another catalog comes into service. Equal requests at the same time are computed once.
/// </summary>
public static class CatalogCaching
{
    public const string Policy = "catalog";

    private const long MostBytes = 64 * 1024 * 1024;

    public static void AddCatalogCaching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CatalogPolicy>();
        builder.Services.AddOutputCache(options =>
        {
            options.SizeLimit = MostBytes;
            options.UseCaseSensitivePaths = true;
            options.AddPolicy(Policy, policy => policy.AddPolicy<CatalogPolicy>(), excludeDefaultPolicy: true);
        });
    }

    /// <summary>
    /// Runs after everything that differs by caller (keys, quotas, origins), because a cached answer is the same for
    /// all.
    /// </summary>
    public static void UseCatalogCaching(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<IOutputCacheStore>();
        app.Services.GetRequiredService<CatalogStore>().Replaced += (_, _) =>
            cache.EvictByTagAsync(Policy, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        app.UseOutputCache();
    }

    /// <summary>The cache key: address as written, host (pages name it), catalog, day in Japan, language.</summary>
    private sealed class CatalogPolicy(SiteLanguages languages, TimeProvider clock) : IOutputCachePolicy
    {
        private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            context.EnableOutputCaching = HttpMethods.IsGet(request.Method);
            (context.AllowCacheStorage, context.AllowLocking) = (true, true);
            // The cache would answer 504 to requests with only-if-cached. This site is the source, so it answers.
            context.AllowCacheLookup = !HeaderUtilities.ContainsCacheDirective(
                request.Headers.CacheControl, CacheControlHeaderValue.OnlyIfCachedString);
            context.ResponseExpirationTimeSpan = Longest;
            context.Tags.Add(Policy);
            var rules = context.CacheVaryByRules;
            (rules.QueryKeys, rules.VaryByHost) = (StringValues.Empty, true);
            rules.VaryByValues["query"] = request.QueryString.Value ?? string.Empty;
            rules.VaryByValues["language"] = languages.Preferred(request).Tag;
            rules.VaryByValues["catalog"] = context.HttpContext.RequestServices.GetRequiredService<CatalogInService>().Snapshot.Version;
            rules.VaryByValues["day"] = clock.TodayInJapan().ToString("O", CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.AllowCacheStorage = context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
            return ValueTask.CompletedTask;
        }
    }
}
