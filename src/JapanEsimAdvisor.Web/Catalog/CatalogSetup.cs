using JapanEsimAdvisor.Web.Catalog.Storage;
using JapanEsimAdvisor.Web.Guides;
using JapanEsimAdvisor.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Catalog;

public static class CatalogSetup
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddDbContext<CatalogDb>((services, db) => db.UseSqlite(ConnectionString(services)));
        builder.Services.AddSingleton<CatalogStore>();
        // Read once a request: whatever is put into service meanwhile, no answer mixes two catalogs.
        builder.Services.AddScoped(services => services.GetRequiredService<CatalogStore>().Current);
        builder.Services.AddScoped<CatalogImporter>();
        builder.Services.TryAddTimeProvider();
    }

    /// <summary>Runs <c>import</c> or <c>check</c> and says how it went; null where the arguments ask for neither.</summary>
    /// <returns>Exit code: 0 where the data is good, 1 where it was refused.</returns>
    public static async Task<int?> RunCatalogCommandAsync(this WebApplication app, string[] args)
    {
        using var scope = app.Services.CreateScope();
        var importer = scope.ServiceProvider.GetRequiredService<CatalogImporter>();
        return args.FirstOrDefault(argument => !argument.StartsWith('-')) switch
        {
            "import" => Report((await importer.ImportAsync(CancellationToken.None)).Select(problem => problem.ToString()).ToList(), "imported"),
            "check" => await CheckAsync(importer, scope.ServiceProvider.GetRequiredService<IOptions<CatalogOptions>>().Value, scope.ServiceProvider.GetRequiredService<TimeProvider>().TodayInJapan()),
            _ => null,
        };
    }

    /// <summary>Brings the catalog into service before the first request.</summary>
    public static async Task ImportCatalogAsync(this WebApplication app)
    {
        using var scope = app.Services.CreateScope();
        _ = await scope.ServiceProvider.GetRequiredService<CatalogImporter>().ImportAsync(app.Lifetime.ApplicationStopping);
    }

    private static void TryAddTimeProvider(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }
    }

    private static string ConnectionString(IServiceProvider services) =>
        services.GetRequiredService<IHostEnvironment>().SqliteConnection(services.GetRequiredService<IOptions<CatalogOptions>>().Value.Database);

    private static async Task<int> CheckAsync(CatalogImporter importer, CatalogOptions options, DateOnly today)
    {
        var (catalog, problems) = await importer.CheckAsync(CancellationToken.None);
        var exit = Report([.. problems.Concat(GuideReader.Read(options.DataPath).Problems).Select(problem => problem.ToString())], "valid");
        foreach (var line in catalog is null ? [] : StaleFacts.In(catalog, today))
        {
            Console.WriteLine(line);
        }

        return exit;
    }

    private static int Report(List<string> problems, string done)
    {
        problems.ForEach(Console.Error.WriteLine);
        Console.WriteLine(problems.Count == 0 ? $"The catalog is {done}." : FormattableString.Invariant($"{problems.Count} problems; nothing was changed."));
        return problems.Count == 0 ? 0 : 1;
    }
}
