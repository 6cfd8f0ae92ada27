using JapanEsimAdvisor.Web.Catalog;

var builder = WebApplication.CreateBuilder(args);
builder.AddCatalog();
var app = builder.Build();
if (await app.RunCatalogCommandAsync(args) is { } exit)
{
    return exit;
}

await app.ImportCatalogAsync();
await app.RunAsync();
return 0;
