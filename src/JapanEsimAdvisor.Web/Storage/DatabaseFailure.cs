using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace JapanEsimAdvisor.Web.Storage;

/// <summary>A failed database operation.</summary>
/// <param name="File">File of the database; null if the exception does not name it.</param>
public sealed record DatabaseFailure(string? File, SqliteException Exception)
{
    private const string FileKey = "DatabaseFile";

    /// <summary>Another connection holds a lock, perhaps only for a moment.</summary>
    public bool IsBusy => Code is SQLITE_BUSY or SQLITE_LOCKED;

    /// <summary>The file is broken or is not a database.</summary>
    public bool IsCorrupt => Code is SQLITE_CORRUPT or SQLITE_NOTADB;

    /// <summary>The cause is the file, its folder or its disk, so a stack trace does not help.</summary>
    public bool IsOfFile => IsBusy || IsCorrupt || Code is SQLITE_CANTOPEN or SQLITE_READONLY or SQLITE_PERM or SQLITE_FULL or SQLITE_IOERR;

    /// <summary>What the operator can do; empty if only the message helps.</summary>
    public string Advice => Code switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => "Another program has locked it: end that program, then start again.",
        SQLITE_CANTOPEN => "Check that its folder exists and that this program may write there.",
        SQLITE_READONLY or SQLITE_PERM => "Let this program write to the file and to its folder.",
        SQLITE_CORRUPT or SQLITE_NOTADB =>
            "Put back a copy, or move the file away to begin with an empty one (docs/operations.md, Back up).",
        SQLITE_FULL => "Its disk is full: make room, then start again.",
        _ => string.Empty,
    };

    private int Code => Exception.SqliteErrorCode;

    /// <summary>
    /// The failed database among an exception's causes; null if there is none. A violated constraint is a bug, not a
    /// failed database.
    /// </summary>
    public static DatabaseFailure? Of(Exception? exception) => exception switch
    {
        null or SqliteException { SqliteErrorCode: SQLITE_CONSTRAINT } => null,
        SqliteException failure => new DatabaseFailure(failure.Data[FileKey] as string, failure),
        _ => Of(exception.InnerException),
    };

    /// <summary>The reason of a failure, in one line for the log.</summary>
    public static string ReasonOf(Exception exception) => Of(exception)?.ToString() ?? exception.Message;

    /// <summary>Stores on an exception which database it comes from, because SQLite does not report it.</summary>
    public static void Note(Exception exception, string file) => exception.Data[FileKey] = file;

    public override string ToString() => $"{File ?? "A database"}: {Exception.Message}";
}
