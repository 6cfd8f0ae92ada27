using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>The site on the data of a catalog folder, as in production.</summary>
internal sealed class CatalogSite(
    CatalogFolder folder, Action<IServiceCollection>? change = null, params (string Name, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Catalog:Database", folder.Database);
        builder.UseSetting("Catalog:DataFolder", folder.Data);
        builder.UseSetting("SavedTrips:Database", folder.Trips);
        builder.UseSetting("Partners:Database", folder.Partners);
        settings.ToList().ForEach(setting => builder.UseSetting(setting.Name, setting.Value));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(folder.Clock);
            change?.Invoke(services);
        });
    }
}
