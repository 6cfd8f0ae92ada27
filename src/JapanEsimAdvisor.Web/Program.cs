using JapanEsimAdvisor.Web.Api;
using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Pages;
using JapanEsimAdvisor.Web.Site;
using JapanEsimAdvisor.Web.Text;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
builder.AddSiteLogging();
builder.AddSiteText();
builder.AddCatalog();
builder.AddPages();
builder.AddPartnerApi();
builder.AddHealth();

var app = builder.Build();
if (await app.RunCatalogCommandAsync(args) is { } exit)
{
    return exit;
}

await app.ImportCatalogAsync();
app.UseRequestLog();
app.UseSecurityHeaders();
app.UseStatusPages();
app.MapStaticAssets();
app.MapSitePages();
app.MapPartnerApi();
app.MapHealth();
await app.RunAsync();
return 0;
