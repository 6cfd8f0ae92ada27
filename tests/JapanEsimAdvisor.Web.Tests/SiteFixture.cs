using JapanEsimAdvisor.Web.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(SiteFixture))]

namespace JapanEsimAdvisor.Web.Tests;

/// <summary>The real site for the whole test run: real data, a SQLite file of its own, and a clock that stands still.</summary>
/// <remarks>
/// Started before the first test: the factory is not made for tests that ask for it at the same time, each would start
/// a site on the same files.
/// </remarks>
public class SiteFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jea-").FullName;

    /// <summary>Noon in Japan on 23 November 2026.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    public static DateOnly Today { get; } = new(2026, 11, 23);

    public virtual ValueTask InitializeAsync()
    {
        _ = Services;
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Catalog:Database", $"Data Source={Path.Combine(_folder, "catalog.db")}");
        builder.UseSetting("SavedTrips:Database", $"Data Source={Path.Combine(_folder, "trips.db")}");
        builder.UseSetting("Partners:Database", $"Data Source={Path.Combine(_folder, "partners.db")}");
        builder.UseSetting("Quotas:PerAddress", "1000000");
        builder.UseSetting("Quotas:SearchMilliseconds", "1000000000");
        builder.UseSetting("SavedTrips:SavedPerDay", "1000000");
        builder.UseSetting("SavedTrips:SavedPerMinute", "1000000");
        builder.UseSetting("SavedTrips:ChangesPerMinute", "1000000");
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
