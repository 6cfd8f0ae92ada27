using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Hosting.Telemetry;
using JapanEsimAdvisor.Web.Wire;

namespace JapanEsimAdvisor.Web.Hosting;

/// <summary>What every request and the operator need, whatever the site answers.</summary>
public static class HostingSetup
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // A published site stands beside its program, wherever it was started from; in development it stands in the project.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published });
        if (published is null)
        {
            // Without it only the development environment finds the site's own files before they are published.
            builder.WebHost.UseStaticWebAssets();
        }

        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        return builder;
    }

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddServer();
        builder.AddSiteLogging();
        builder.AddProxies();
        builder.AddTelemetry();
        builder.AddHealth();
    }

    /// <summary>From the outside in: each sees the answers of those below it.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseProxies();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseAdviceTimer();
        app.UseHeadAsGet(site => site.UseEndpointMarks());
        app.UseStatusPages();
        app.UseMiddleware<FailedDatabases>();
        app.MapStaticAssets();
    }

    /// <summary>Runs after every endpoint of programs.</summary>
    /// <param name="programs">Prefix of program addresses, such as <c>/api</c>.</param>
    public static void MapHosting(this WebApplication app, string programs)
    {
        app.MapUnknownProgramAddresses(programs);
        app.MapHealth();
        app.StartMeters();
    }
}
