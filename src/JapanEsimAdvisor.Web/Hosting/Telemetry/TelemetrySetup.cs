using System.Diagnostics;
using System.Diagnostics.Metrics;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Wire;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace JapanEsimAdvisor.Web.Hosting.Telemetry;

/// <summary>
/// Metrics and traces for the operator of the site, sent by OTLP. OpenTelemetry's own variable names set the endpoint,
/// in the environment or the configuration.
/// </summary>
public static class TelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    private const string ServiceName = "OTEL_SERVICE_NAME";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SiteMeters>();
        if (builder.Configuration.Names(TracesEndpoint))
        {
            builder.Services.AddOpenTelemetry().ConfigureResource(resource => Describe(resource, builder.Configuration)).WithTracing(Trace);
        }

        if (builder.Configuration.Names(MetricsEndpoint))
        {
            builder.Services.AddOpenTelemetry()
                .ConfigureResource(resource => Describe(resource, builder.Configuration))
                .WithMetrics(Measure);
        }
    }

    /// <summary>Measures the age of the catalog from the start, before the first request.</summary>
    public static void StartMeters(this WebApplication app)
    {
        var (catalog, clock) = (app.Services.GetRequiredService<CatalogStore>(), app.Services.GetRequiredService<TimeProvider>());
        app.Services.GetRequiredService<IMeterFactory>().Create(SiteMeters.Name)
            .CreateObservableGauge(
                "advisor.catalog.age", () => Ages(catalog, clock), "d", "Days since the catalog's content first came into service");
    }

    private static IEnumerable<Measurement<double>> Ages(CatalogStore catalog, TimeProvider clock) =>
        catalog.IsInService ? [new((clock.GetUtcNow() - catalog.Current.ImportedAt).TotalDays)] : [];

    private static bool Names(this ConfigurationManager configuration, string endpoint) =>
        !string.IsNullOrWhiteSpace(configuration[Endpoint]) || !string.IsNullOrWhiteSpace(configuration[endpoint]);

    private static void Describe(ResourceBuilder resource, ConfigurationManager configuration) =>
        resource.AddService(configuration[ServiceName] is { Length: > 0 } name ? name : "japan-esim-advisor");

    private static void Trace(TracerProviderBuilder traces) => traces
        .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = LeaveOutProbes)
        .AddProcessor(new SpanMask())
        .AddOtlpExporter();

    /// <summary>Set at the end, because routing finds the endpoint after the span has begun.</summary>
    private static void LeaveOutProbes(Activity span, HttpResponse response)
    {
        if (response.HttpContext.Is<HealthProbe>())
        {
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private static void Measure(MeterProviderBuilder metrics) => metrics
        .AddMeter(SiteMeters.Name, "Microsoft.AspNetCore.Hosting")
        .AddOtlpExporter();
}
