using System.Text;
using JapanEsimAdvisor.Web.Hosting;
using JapanEsimAdvisor.Web.Tests.Catalog;
using JapanEsimAdvisor.Web.Tests.SavedTrips;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>What keeps the site from starting is named in one line, or repaired.</summary>
public sealed class StartUpTests
{
    private const string Garbage =
        "This is no database. It is long enough to be taken for one, until its first hundred characters are read.";

    private const string LockRow = """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 02:00:00+00:00')""";

    private const string Unmigrated = """DELETE FROM "__EFMigrationsHistory"; DROP TABLE "Trips"; """;

    [Theory]
    [InlineData("SavedTrips:DaysToKeep", "0", "DaysToKeep must be between 1 and 365")]
    [InlineData("SavedTrips:DaysToKeep", "many", "'many' at 'SavedTrips:DaysToKeep'")]
    [InlineData("SavedTrips:Database", "Foo=1", "SavedTrips:Database must be a SQLite connection string")]
    [InlineData("Partners:Database", "Data Source", "Partners:Database must be a SQLite connection string")]
    [InlineData("Catalog:Database", "Data Source=:memory:", "Catalog:Database must be a SQLite connection string")]
    [InlineData(
        "SavedTrips:Database",
        "Data Source=/nowhere/trips.db",
        "/nowhere/trips.db: SQLite Error 14: 'unable to open database file'. Check that")]
    [InlineData("Partners:Database", "Data Source=/proc/version", "/proc/version: SQLite Error")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/33", "Proxy:KnownNetworks must be networks")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud", "Loud is not a valid Serilog level")]
    public async Task A_setting_that_cannot_work_is_named_in_one_line(string setting, string value, string says)
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var site = new CatalogSite(folder, null, (setting, value));

        Assert.Contains(says, LineOf(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_named_before_any_database_is_made()
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using var site = new CatalogSite(folder, null, ("SavedTrips:DaysToKeep", "0"), ("Quotas:PerKey", "0"));

        Assert.Matches("DaysToKeep.*PerKey", LineOf(site));
        Assert.False(File.Exists(FileOf(folder.Database)));
    }

    [Theory]
    [InlineData("SavedTrips:Database")]
    [InlineData("Partners:Database")]
    public async Task A_broken_database_that_cannot_be_built_anew_is_left_as_it_is_and_named(string setting)
    {
        using var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        var file = FileOf(setting.StartsWith("Saved", StringComparison.Ordinal) ? folder.Trips : folder.Partners);
        await File.WriteAllTextAsync(file, Garbage, TestContext.Current.CancellationToken);
        await using var site = new CatalogSite(folder);

        Assert.StartsWith($"{file}: SQLite Error 26: 'file is not a database'. Put back a copy", LineOf(site), StringComparison.Ordinal);
        Assert.Equal(Garbage, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_broken_archive_is_moved_aside_and_built_anew(bool isCutShort)
    {
        using var folder = new CatalogFolder();
        await folder.ImportAsync(new SmallCatalog());
        SqliteConnection.ClearAllPools();
        var file = FileOf(folder.Database);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var broken = isCutShort ? whole[..8192] : Encoding.UTF8.GetBytes(Garbage);
        await File.WriteAllBytesAsync(file, broken, TestContext.Current.CancellationToken);
        var log = new Notebook();
        await using var site = new CatalogSite(folder, services => services.AddSingleton<ILogEventSink>(log));
        using var client = site.CreateClient();

        (await client.OpenAsync("/api/v1/plans/shop-5-gb")).Ok();
        Assert.Equal(broken, await File.ReadAllBytesAsync(file + ".corrupt-20261123-030000", TestContext.Current.CancellationToken));
        Assert.Equal(1, (await folder.RowsAsync()).Imports);
        Assert.True(log.Has("catalog.db: SQLite Error", "built anew", "catalog.db.corrupt-20261123-030000"));
    }

    [Fact]
    public async Task A_migration_that_was_killed_is_named_after_half_a_minute_with_what_to_do()
    {
        using var folder = await MigratedAsync(Unmigrated + LockRow);
        await using var site = new CatalogSite(folder);
        var starting = Task.Run(() => LineOf(site));
        await folder.WhileTimePassesAsync(starting, TimeSpan.FromSeconds(1));

        var line = await starting;
        Assert.Contains("trips.db has been locked for a migration since 2026-11-23 02:00:00+00:00", line, StringComparison.Ordinal);
        Assert.Contains("'DELETE FROM __EFMigrationsLock'", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_waits_for_a_migration_that_comes_to_its_end()
    {
        using var folder = await MigratedAsync(Unmigrated + LockRow);
        var log = new Notebook();
        await using var site = new CatalogSite(folder, services => services.AddSingleton<ILogEventSink>(log));
        var starting = Task.Run(() => site.CreateClient());
        Assert.True(SpinWait.SpinUntil(() => log.Has("Waiting for another program", "trips.db"), TimeSpan.FromSeconds(60)));
        await ExecuteAsync(folder.Trips, """DELETE FROM "__EFMigrationsLock" """);
        await folder.WhileTimePassesAsync(starting, TimeSpan.FromSeconds(1));

        using var client = await starting;
        (await client.OpenAsync("/api/v1/trips/nothing")).Problem(System.Net.HttpStatusCode.NotFound, "trip-not-found");
    }

    [Fact]
    public async Task A_lock_that_was_left_behind_holds_up_nobody_where_nothing_is_to_be_migrated()
    {
        using var folder = await MigratedAsync(LockRow);
        await using var site = new CatalogSite(folder);
        using var client = site.CreateClient();

        (await client.OpenAsync("/health/live")).Ok();
    }

    [Fact]
    public void A_fault_of_the_program_keeps_its_stack_trace() => Assert.Null(StartUp.LineOf(new InvalidOperationException("A fault.")));

    private static string LineOf(CatalogSite site)
    {
        var line = StartUp.LineOf(Assert.ThrowsAny<Exception>(() => site.CreateClient()));
        Assert.NotNull(line);
        Assert.DoesNotContain('\n', line);
        return line;
    }

    /// <summary>All databases as a start leaves them, then the trips' changed.</summary>
    private static async Task<CatalogFolder> MigratedAsync(string change)
    {
        var folder = new CatalogFolder();
        new SmallCatalog().WriteTo(folder.Data);
        await using (var site = new CatalogSite(folder))
        {
            using var client = site.CreateClient();
        }

        await ExecuteAsync(folder.Trips, change);
        return folder;
    }

    private static async Task ExecuteAsync(string database, string commands)
    {
        await using var connection = new SqliteConnection(database + ";Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = commands;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static string FileOf(string database) => new SqliteConnectionStringBuilder(database).DataSource;
}
