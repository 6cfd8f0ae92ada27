using System.Globalization;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>
/// Answers of the catalog's GETs and result pages in ASP.NET Core's output cache: bounded, and dropped when another catalog comes into service. Of equal
/// requests at the same time one is worked out.
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

    /// <summary>After what differs by caller (keys, quotas, origins), since a kept answer is the same for all.</summary>
    public static void UseCatalogCaching(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<IOutputCacheStore>();
        app.Services.GetRequiredService<CatalogStore>().Replaced += (_, _) => cache.EvictByTagAsync(Policy, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        app.UseOutputCache();
    }

    /// <summary>What an answer depends on: address as written, host (pages name it), catalog, day in Japan, language.</summary>
    private sealed class CatalogPolicy(SiteLanguages languages, TimeProvider clock) : IOutputCachePolicy
    {
        private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            context.EnableOutputCaching = HttpMethods.IsGet(request.Method);
            (context.AllowCacheStorage, context.AllowLocking) = (true, true);
            // To whoever takes only what is kept the cache would say 504; we are the source and answer.
            context.AllowCacheLookup = !HeaderUtilities.ContainsCacheDirective(request.Headers.CacheControl, CacheControlHeaderValue.OnlyIfCachedString);
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
