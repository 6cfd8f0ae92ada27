using JapanEsimAdvisor.Web.Agents;
using JapanEsimAdvisor.Web.Answers;
using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Import;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Hosting;
using JapanEsimAdvisor.Web.Hosting.Commands;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Pages;
using JapanEsimAdvisor.Web.Partners;
using JapanEsimAdvisor.Web.Partners.Widget;
using JapanEsimAdvisor.Web.SavedTrips;

return await SiteProgram.RunAsync(args, Add, Use);

static void Add(WebApplicationBuilder builder)
{
    builder.AddHosting();
    builder.AddSiteText();
    builder.AddCatalog();
    builder.AddCatalogCaching();
    builder.AddGuides();
    builder.AddSavedTrips();
    builder.AddAnswers();
    builder.AddPages();
    builder.AddPartnerApi();
    builder.AddPartners();
    builder.AddWidget();
    builder.AddAgents();
}

static void Use(WebApplication app)
{
    app.UseHosting();
    app.UsePartners();
    app.UseAgents();
    app.UseCatalogCaching();
    app.UseSearchBudget();
    app.MapSitePages();
    app.MapPartnerApi();
    app.MapWidget();
    app.MapAgents();
    app.MapHosting(ApiSetup.Address);
}
