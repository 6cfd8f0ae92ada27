using JapanEsimAdvisor.Web.Catalog;
using JapanEsimAdvisor.Web.Catalog.Archive;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Catalog.Import;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace JapanEsimAdvisor.Web.Tests.Catalog;

/// <summary>A folder of data and a database that an importer works on, gone with the test.</summary>
internal sealed class CatalogFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jea-catalog-").FullName;

    public FakeTimeProvider Clock { get; } = new(SiteFixture.Now);

    public CatalogStore Store { get; private set; } = new();

    public string Data => Path.Combine(_folder, "data");

    public string Database => $"Data Source={Path.Combine(_folder, "catalog.db")}";

    public string Trips => $"Data Source={Path.Combine(_folder, "trips.db")}";

    public string Partners => $"Data Source={Path.Combine(_folder, "partners.db")}";

    public CatalogInService Current => Store.Current;

    public async Task<IReadOnlyList<DataProblem>> ImportAsync(SmallCatalog data)
    {
        data.WriteTo(Data);
        return await ImportAsync();
    }

    public async Task<IReadOnlyList<DataProblem>> ImportAsync()
    {
        await using var db = Open();
        var importer = new CatalogImporter(
            db,
            Store,
            Options.Create(new CatalogOptions { DataFolder = Data, Database = Database }),
            Clock,
            NullLogger<CatalogImporter>.Instance);
        return await importer.ImportAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the clock run while something waits for another program.</summary>
    /// <param name="step">How far the clock moves in twenty milliseconds.</param>
    public async Task WhileTimePassesAsync(Task waiting, TimeSpan step)
    {
        while (!waiting.IsCompleted)
        {
            Clock.Advance(step);
            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Forgets what is in memory, as a restart does.</summary>
    public void Restart() => Store = new CatalogStore();

    public async Task<(int Imports, int Files, int Prices)> RowsAsync()
    {
        await using var db = Open();
        var stop = TestContext.Current.CancellationToken;
        return (await db.Imports.CountAsync(stop), await db.Files.CountAsync(stop), await db.Prices.CountAsync(stop));
    }

    /// <summary>Makes the database one of an earlier program: without what later migrations brought, its changes among it.</summary>
    /// <param name="migration">The last that program knew.</param>
    public async Task TurnBackAsync(string migration)
    {
        await using var db = Open();
        await db.GetService<IMigrator>().MigrateAsync(migration, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private CatalogDb Open() => new(new DbContextOptionsBuilder<CatalogDb>().UseSqlite(Database + ";Pooling=False").Options);
}
