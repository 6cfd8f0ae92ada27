namespace JapanEsimAdvisor.Web.Catalog.Archive;

/// <summary>One import that changed something.</summary>
public sealed class ImportRow
{
    public int Id { get; init; }

    /// <summary>Version of the imported catalog.</summary>
    public required string Version { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>Whether its changes were recorded. Imports of the first versions of the program have none.</summary>
    public required bool RecordedChanges { get; init; }
}

/// <summary>
/// A data file of an import. Rows never change: new content is a new row, a removed file a row without text.
/// </summary>
public sealed class FileRow
{
    public int Id { get; init; }

    public required string Path { get; init; }

    public required string Hash { get; init; }

    /// <summary>Null if the file was removed.</summary>
    public required string? Text { get; init; }

    public ImportRow Import { get; init; } = null!;
}

/// <summary>A row of a plan's price table of an import. Rows never change: a new price is a new row.</summary>
public sealed class PriceRow
{
    public int Id { get; init; }

    public required string PlanId { get; init; }

    public required int Days { get; init; }

    public required bool DayRate { get; init; }

    public required string Currency { get; init; }

    /// <summary>Ten-thousandths of the currency's unit, because SQLite stores and sorts integers exactly.</summary>
    public required long Low { get; init; }

    /// <summary>Null if only a floor is known.</summary>
    public required long? High { get; init; }

    /// <summary>Date of the source.</summary>
    public required string? Checked { get; init; }

    public ImportRow Import { get; init; } = null!;
}
