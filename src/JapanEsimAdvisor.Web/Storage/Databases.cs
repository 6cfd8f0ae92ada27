using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Storage;

/// <summary>Opens, migrates and sets aside the databases of the site.</summary>
public static partial class Databases
{
    /// <summary>Seconds a statement of a request waits for a locked database. The whole answer may take two.</summary>
    private const int SecondsInRequests = 1;

    /// <summary>The same at the start and in commands: another program may be importing.</summary>
    private const int SecondsAtStart = 30;

    private static readonly TimeSpan LongestMigration = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="configured">
    /// The connection string of the configuration; a relative file is below the content root.
    /// </param>
    public static void AddDatabase<TContext>(this IServiceCollection services, Func<IServiceProvider, string> configured)
        where TContext : DbContext => services.AddDbContext<TContext>((provider, db) => db
            .UseSqlite(InRequests(configured(provider), provider.GetRequiredService<IHostEnvironment>().ContentRootPath))
            .AddInterceptors(DatabaseWatch.Instance)
            .ConfigureWarnings(LeaveFailuresToUs));

    /// <param name="setting">Name of the setting that holds the connection string.</param>
    public static OptionsBuilder<TOptions> ValidateDatabase<TOptions>(
        this OptionsBuilder<TOptions> options, string setting, Func<TOptions, string> database)
        where TOptions : class => options.Validate(
            values => NamesFile(database(values)),
            $"{setting} must be a SQLite connection string that names a file, such as Data Source=site.db.");

    /// <summary>Migrates a database before its first use. Its context waits longer for locks from then on.</summary>
    /// <exception cref="StartUpException">Another program does not finish its migration.</exception>
    public static async Task PrepareAsync(this DbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        db.Database.SetConnectionString(AtStart(db.Database.GetConnectionString()!));
        if (!(await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            return;
        }

        if (File.Exists(FileOf(db)))
        {
            await WaitForMigrationAsync(db, clock, cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        else
        {
            await CreateAsync(db, clock, cancellation);
            LogCreated(LogOf(db), FileOf(db));
        }
    }

    /// <summary>Begins a transaction. If the database is locked, the failure names the file.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(this DbContext db, CancellationToken cancellation)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(cancellation);
        }
        catch (SqliteException failure)
        {
            DatabaseFailure.Note(failure, FileOf(db));
            throw;
        }
    }

    /// <summary>Moves a broken database aside, with SQLite's files beside it.</summary>
    /// <returns>Its new path.</returns>
    public static string MoveAside(this DbContext db, TimeProvider clock)
    {
        var file = FileOf(db);
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.corrupt-{clock.GetUtcNow():yyyyMMdd-HHmmss}");
        SqliteConnection.ClearAllPools();
        foreach (var part in ((string[])["", "-wal", "-shm"]).Where(part => File.Exists(file + part)))
        {
            File.Move(file + part, aside + part);
        }

        return aside;
    }

    /// <summary>Opens only an existing file: SQLite would create an empty database for a deleted one.</summary>
    private static string InRequests(string configured, string folder)
    {
        var connection = new SqliteConnectionStringBuilder(configured);
        connection.DataSource = Path.GetFullPath(connection.DataSource, folder);
        connection.Mode = connection.Mode == SqliteOpenMode.ReadWriteCreate ? SqliteOpenMode.ReadWrite : connection.Mode;
        connection.DefaultTimeout = SecondsInRequests;
        return connection.ToString();
    }

    private static string AtStart(string inRequests)
    {
        var connection = new SqliteConnectionStringBuilder(inRequests) { DefaultTimeout = SecondsAtStart };
        connection.Mode = connection.Mode == SqliteOpenMode.ReadWrite ? SqliteOpenMode.ReadWriteCreate : connection.Mode;
        return connection.ToString();
    }

    private static bool NamesFile(string configured)
    {
        try
        {
            return new SqliteConnectionStringBuilder(configured) is { Mode: not SqliteOpenMode.Memory, DataSource: not ("" or ":memory:") };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string FileOf(DbContext db) => db.Database.GetDbConnection().DataSource;

    /// <summary>EF Core logs every failure with its stack trace; the code that catches it logs one line.</summary>
    private static void LeaveFailuresToUs(WarningsConfigurationBuilder events) => events.Ignore(
        CoreEventId.SaveChangesFailed,
        CoreEventId.QueryIterationFailed,
        RelationalEventId.CommandError,
        RelationalEventId.ConnectionError,
        RelationalEventId.TransactionError);

    /// <summary>
    /// Another program may create the file at the same time and be killed. A new file never takes half a minute.
    /// </summary>
    private static async Task CreateAsync(DbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(LongestMigration, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await db.Database.MigrateAsync(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw LeftLocked(db, await LockedSinceAsync(db, cancellation) ?? "its creation");
        }
    }

    /// <summary>EF Core waits forever for the lock, even if the program that held it was killed.</summary>
    private static async Task WaitForMigrationAsync(DbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        for (var turn = 0; await LockedSinceAsync(db, cancellation) is { } since; turn++)
        {
            if (turn == 0)
            {
                LogWaiting(LogOf(db), FileOf(db));
            }

            if (clock.GetElapsedTime(start) >= LongestMigration)
            {
                throw LeftLocked(db, since);
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private static StartUpException LeftLocked(DbContext db, string since) => new(
        $"{FileOf(db)} has been locked for a migration since {since}. If no other program is migrating it, one was killed."
        + $" Then delete its row and start again: sqlite3 {FileOf(db)} 'DELETE FROM __EFMigrationsLock'");

    private static async Task<string?> LockedSinceAsync(DbContext db, CancellationToken cancellation)
    {
        const string Tables = "SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        const string Since = "SELECT MAX(Timestamp) AS Value FROM __EFMigrationsLock";
        var hasTable = await db.Database.SqlQueryRaw<int>(Tables).SingleAsync(cancellation) > 0;
        return hasTable ? await db.Database.SqlQueryRaw<string?>(Since).SingleAsync(cancellation) : null;
    }

    private static ILogger LogOf(DbContext db) => db.GetService<ILoggerFactory>().CreateLogger(typeof(Databases).FullName!);

    [LoggerMessage(LogLevel.Information, "Database {File} was not there and has been created")]
    private static partial void LogCreated(ILogger log, string file);

    [LoggerMessage(LogLevel.Warning, "Waiting for another program to finish migrating {File}")]
    private static partial void LogWaiting(ILogger log, string file);
}
