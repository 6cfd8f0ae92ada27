using ModelContextProtocol;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Site;

public static class Logging
{
    /// <summary>Request log by path alone: query strings, names and phones never reach it.</summary>
    private const string Template = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";

    public static void AddSiteLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        (services, log) => log
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.With<PathMask>()
            .Filter.ByExcluding(RepeatsRequests)
            .Filter.ByExcluding(StartUp.Repeats)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture),
        preserveStaticLogger: true);

    /// <summary>
    /// Whether a line is one that repeats what was asked, whatever the level: of the framework those below warning, with whole addresses; of the MCP server
    /// those below error, with whole messages, and errors of the agents themselves, with whatever they took for a tool.
    /// </summary>
    private static bool RepeatsRequests(LogEvent entry) =>
        entry.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: string source }
        && ((source.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) && entry.Level < LogEventLevel.Warning)
            || (source.StartsWith("ModelContextProtocol.", StringComparison.Ordinal) && (entry.Level < LogEventLevel.Error || entry.Exception is McpException)));

    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = Template;
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500
            ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments(Health.Path, StringComparison.Ordinal) ? LogEventLevel.Debug : LogEventLevel.Information;
    });
}
