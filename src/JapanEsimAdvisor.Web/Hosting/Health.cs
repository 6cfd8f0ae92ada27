using System.Text.Json;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Archive;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace JapanEsimAdvisor.Web.Hosting;

public static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<CatalogHealth>("catalog", tags: [Ready])
        .AddDbContextCheck<CatalogDb>("database", HealthStatus.Degraded, [Ready])
        .AddDbContextCheck<SavedTripsDb>("trips", HealthStatus.Degraded, [Ready])
        .AddDbContextCheck<PartnersDb>("partners", HealthStatus.Degraded, [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .WithMetadata(new HealthProbe())
            .ExcludeFromDescription();
        app.MapHealthChecks(
            "/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync })
            .WithMetadata(new HealthProbe())
            .ExcludeFromDescription();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(JsonSerializer.Serialize(
            new
            {
                status = report.Status.ToString().ToLowerInvariant(),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry =>
                        new
                        {
                            status = entry.Value.Status.ToString()
                            .ToLowerInvariant(),
                            says = entry.Value.Description,
                            entry.Value.Data
                        }),
            },
            WireJson.Options));
    }

    /// <summary>
    /// Reports whether the catalog is fresh or stale, its age, and the problems of refused data. A site with stale data
    /// stays ready: old advice with a date is better than none.
    /// </summary>
    private sealed class CatalogHealth(CatalogStore store, TimeProvider clock) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(store.IsInService ? Report(store.Current) : HealthCheckResult.Unhealthy("no catalog in service"));

        private HealthCheckResult Report(CatalogInService service)
        {
            var catalog = service.Snapshot;
            var ratesOld = catalog.Rates.AsOf.AddDays(catalog.Tariff.StaleAfterDays) < clock.TodayInJapan();
            var isFresh = service.RefusedBecause.Count == 0 && !ratesOld;
            var data = new Dictionary<string, object>
            {
                ["freshness"] = isFresh ? "fresh" : "stale",
                ["version"] = catalog.Version,
                ["importedAt"] = service.ImportedAt,
                ["ageDays"] = (int)(clock.GetUtcNow() - service.ImportedAt).TotalDays,
                ["ratesAsOf"] = catalog.Rates.AsOf,
                ["refusedProblems"] = service.RefusedBecause.Count,
            };
            return isFresh
                ? HealthCheckResult.Healthy("fresh", data)
                : HealthCheckResult.Degraded(ratesOld ? "exchange rates are old" : "newer data was refused", null, data);
        }
    }
}
