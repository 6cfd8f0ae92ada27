using Serilog;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Site;

public static class Logging
{
    /// <summary>Request log by path alone: query strings, names and phones never reach it.</summary>
    private const string Template = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";

    public static void AddSiteLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog((services, log) => log
        .ReadFrom.Configuration(builder.Configuration)
        .ReadFrom.Services(services)
        .Enrich.With<TripMask>()
        .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));

    public static void UseRequestLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = Template;
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (context, _, failure) => failure is not null || context.Response.StatusCode >= 500
            ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug : LogEventLevel.Information;
    });
}
