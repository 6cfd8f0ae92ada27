using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>The site on the data of a shelf, as in production.</summary>
internal sealed class ShelfSite(Shelf shelf, Action<IServiceCollection>? change = null, params (string Name, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Catalog:Database", shelf.Database);
        builder.UseSetting("Catalog:DataFolder", shelf.Data);
        builder.UseSetting("SavedTrips:Database", shelf.Trips);
        builder.UseSetting("Partners:Database", shelf.Partners);
        settings.ToList().ForEach(setting => builder.UseSetting(setting.Name, setting.Value));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(shelf.Clock);
            change?.Invoke(services);
        });
    }
}
