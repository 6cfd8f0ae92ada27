using JapanEsimAdvisor.Web.Wire;
using ModelContextProtocol;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Hosting;

public static class Logging
{
    /// <summary>The request log holds addresses only, never query strings, names or phones.</summary>
    private const string Template = "{RequestMethod} {Address} {StatusCode} in {Elapsed:0.0} ms";

    public static void AddSiteLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        (services, log) => log
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.With<NoPath>()
            .Filter.ByExcluding(RepeatsRequests)
            .Filter.ByExcluding(StartUp.Repeats)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture),
        preserveStaticLogger: true);

    /// <summary>
    /// Whether a line repeats the input of a caller. Lines of the framework below warning hold whole addresses. Lines
    /// of the MCP server below error hold whole messages, and its errors about calls hold the name of an unknown tool.
    /// </summary>
    private static bool RepeatsRequests(LogEvent entry) =>
        entry.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string source }
        && ((source.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && entry.Level < LogEventLevel.Warning)
            || (source.StartsWith("ModelContextProtocol.", StringComparison.Ordinal)
                && (entry.Level < LogEventLevel.Error || entry.Exception is McpException)));

    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = Template;
        options.GetMessageTemplateProperties = PropertiesOf;
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500
            ? LogEventLevel.Error
            : context.Is<HealthProbe>() ? LogEventLevel.Debug : LogEventLevel.Information;
    });

    private static IEnumerable<LogEventProperty> PropertiesOf(HttpContext context, string path, double elapsed, int status) =>
    [
        new("RequestMethod", new ScalarValue(context.MethodForLogs)),
        new("Address", new ScalarValue(context.AddressForLogs)),
        new("StatusCode", new ScalarValue(status)),
        new("Elapsed", new ScalarValue(elapsed)),
    ];

    /// <summary>The framework adds the path to every line of a request, and the path may hold a secret id.</summary>
    private sealed class NoPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
