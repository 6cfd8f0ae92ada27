using JapanEsimAdvisor.Web.Agents;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Import;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Hosting;
using JapanEsimAdvisor.Web.Hosting.Commands;
using JapanEsimAdvisor.Web.Hosting.Telemetry;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Pages;
using JapanEsimAdvisor.Web.Partners;
using JapanEsimAdvisor.Web.Partners.Widget;
using JapanEsimAdvisor.Web.SavedTrips;
using JapanEsimAdvisor.Web.Wire;

var site = new Lazy<WebApplication>(Build);
var commands = new Commands(() => site.Value.Services, ServeAsync, Console.Out, Console.Error);
return await StartUp.RunAsync(() => commands.RunAsync(args, CancellationToken.None));

WebApplication Build()
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
    builder.AddServer();
    builder.AddSiteLogging();
    builder.AddProxies();
    builder.AddSiteText();
    builder.AddCatalog();
    builder.AddGuides();
    builder.AddSavedTrips();
    builder.AddAnswers();
    builder.AddPages();
    builder.AddWidget();
    builder.AddPartnerApi();
    builder.AddPartners();
    builder.AddAgents();
    builder.AddTelemetry();
    builder.AddCatalogCaching();
    builder.AddHealth();
    return builder.Build();
}

async Task ServeAsync()
{
    var app = site.Value;
    await app.PrepareAsync();
    app.UseProxies();
    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseResponseCompression();
    app.UseAdviceTimer();
    app.UseHeadAsGet(site => site.UseEndpointMarks());
    app.UseStatusPages();
    app.UseMiddleware<FailedDatabases>();
    app.UsePartners();
    app.UseAgents();
    app.UseCatalogCaching();
    app.Use(SearchBudget.RefuseAsync);
    app.MapStaticAssets();
    app.MapSitePages();
    app.MapWidget();
    app.MapPartnerApi();
    app.MapAgents();
    app.MapUnknownProgramAddresses(ApiSetup.Address);
    app.MapHealth();
    app.StartMeters();
    await app.ServeAsync();
}
