using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace JapanEsimAdvisor.Web.Storage;

/// <summary>Detects a deleted database file and stores on failures which file they come from.</summary>
public sealed class DatabaseWatch : IDbConnectionInterceptor, IDbCommandInterceptor
{
    public static readonly DatabaseWatch Instance = new();

    private DatabaseWatch()
    {
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        ForgetDeleted(connection);
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        ForgetDeleted(connection);
        return ValueTask.FromResult(result);
    }

    public void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        DatabaseFailure.Note(eventData.Exception, connection.DataSource);

    public Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionFailed(connection, eventData);
        return Task.CompletedTask;
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        DatabaseFailure.Note(eventData.Exception, command.Connection!.DataSource);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    /// <summary>A pooled connection would keep using a deleted file, and its writes would be lost.</summary>
    private static void ForgetDeleted(DbConnection connection)
    {
        if (!File.Exists(connection.DataSource))
        {
            SqliteConnection.ClearPool((SqliteConnection)connection);
        }
    }
}
