using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Units;
using JapanEsimAdvisor.Web.Catalog.Archive;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Storage;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Catalog.Import;

public static partial class CatalogSetup
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CatalogOptions>()
            .BindConfiguration(CatalogOptions.Section)
            .ValidateDataAnnotations()
            .ValidateDatabase("Catalog:Database", options => options.Database)
            .ValidateOnStart();
        builder.Services.AddDatabase<CatalogDb>(services => services.GetRequiredService<IOptions<CatalogOptions>>().Value.Database);
        builder.Services.AddSingleton<CatalogStore>();
        // Read once a request, so that no answer mixes two catalogs.
        builder.Services.AddScoped(services => services.GetRequiredService<CatalogStore>().Current);
        // Words need the decimals of currencies; null before a catalog is in service.
        builder.Services.AddScoped<Func<ExchangeRates?>>(services => () => services.GetRequiredService<CatalogStore>().IsInService
            ? services.GetRequiredService<CatalogInService>().Snapshot.Rates
            : null);
        builder.Services.AddScoped<CatalogImporter>();
        builder.Services.TryAddTimeProvider();
    }

    /// <summary>
    /// Brings the catalog into service. A broken archive is moved aside and rebuilt from the data files.
    /// </summary>
    /// <returns>Why the data was refused; empty if it is in service now.</returns>
    public static async Task<ImmutableArray<DataProblem>> ImportCatalogAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            return await ImportAsync(services, cancellation);
        }
        catch (Exception failure) when (DatabaseFailure.Of(failure) is { IsCorrupt: true })
        {
            MoveAside(services, DatabaseFailure.Of(failure)!);
            return await ImportAsync(services, cancellation);
        }
    }

    private static async Task<ImmutableArray<DataProblem>> ImportAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogImporter>().ImportAsync(cancellation);
    }

    private static void MoveAside(IServiceProvider services, DatabaseFailure failure)
    {
        using var scope = services.CreateScope();
        var aside = scope.ServiceProvider.GetRequiredService<CatalogDb>().MoveAside(services.GetRequiredService<TimeProvider>());
        LogMovedAside(services.GetRequiredService<ILogger<CatalogStore>>(), failure, aside);
    }

    private static void TryAddTimeProvider(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }
    }

    [LoggerMessage(
        LogLevel.Warning, "{Failure} The catalog is built anew from the data files, without its history; the broken file is now {Aside}")]
    private static partial void LogMovedAside(ILogger log, DatabaseFailure failure, string aside);
}
