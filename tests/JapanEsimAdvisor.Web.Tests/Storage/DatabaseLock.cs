using Microsoft.Data.Sqlite;

namespace JapanEsimAdvisor.Web.Tests.Storage;

/// <summary>Another program that holds a database until it is disposed.</summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly SqliteConnection _connection;

    private DatabaseLock(string database, string commands)
    {
        _connection = new SqliteConnection(database + ";Pooling=False");
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = commands;
        command.ExecuteNonQuery();
    }

    /// <summary>Others can still read.</summary>
    public static DatabaseLock AgainstWriting(string database) => new(database, "BEGIN IMMEDIATE");

    /// <summary>Waits until nobody reads: connections that are open but idle count as readers.</summary>
    public static DatabaseLock AgainstReading(string database)
    {
        SqliteConnection.ClearAllPools();
        return new DatabaseLock(database, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    }

    public void Dispose() => _connection.Dispose();
}
