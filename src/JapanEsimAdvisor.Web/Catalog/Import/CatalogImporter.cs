using System.Collections.Immutable;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Archive;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Hosting;
using JapanEsimAdvisor.Web.Storage;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Catalog.Import;

/// <summary>
/// Brings the data files into service: read, check, archive, swap. If the data is refused, the last good catalog stays
/// in service.
/// </summary>
public sealed partial class CatalogImporter(
    CatalogDb db,
    CatalogStore store,
    IOptions<CatalogOptions> options,
    TimeProvider clock,
    ILogger<CatalogImporter> log)
{
    /// <returns>Why the data was refused; empty if it is in service now.</returns>
    /// <exception cref="InvalidDataException">The data was refused and there is no earlier good catalog.</exception>
    public async Task<ImmutableArray<DataProblem>> ImportAsync(CancellationToken cancellation)
    {
        await db.PrepareAsync(clock, cancellation);
        var archive = new CatalogArchive(db);
        var (folder, catalog, problems) = await ReadAsync(cancellation);
        if (catalog is null)
        {
            await ServeLastGoodAsync(archive, problems, cancellation);
            return problems;
        }

        var importedAt = await TakeInAsync(archive, folder, catalog, cancellation);
        await ServeAsync(archive, catalog, importedAt, [], cancellation);
        LogInService(catalog.Version, catalog.Plans.Length, catalog.Devices.Count);
        return [];
    }

    /// <summary>Checks without writing.</summary>
    public async Task<(CatalogSnapshot? Catalog, ImmutableArray<DataProblem> Problems)> CheckAsync(CancellationToken cancellation)
    {
        var (_, catalog, problems) = await ReadAsync(cancellation);
        return (catalog, problems);
    }

    private async Task<(
        DataFolder Folder, CatalogSnapshot? Catalog, ImmutableArray<DataProblem> Problems)> ReadAsync(CancellationToken cancellation)
    {
        var folder = Directory.Exists(options.Value.DataPath)
            ? await DataFolder.ReadAsync(options.Value.DataPath, cancellation)
            : new DataFolder([]);
        var (catalog, problems) = await CatalogReader.ReadAsync(folder, clock.TodayInJapan(), cancellation);
        return (folder, catalog, problems);
    }

    /// <summary>
    /// Runs in one transaction that locks the database, so that only one of two starting programs imports.
    /// </summary>
    private async Task<DateTimeOffset> TakeInAsync(
        CatalogArchive archive, DataFolder folder, CatalogSnapshot catalog, CancellationToken cancellation)
    {
        await using var writing = await db.BeginAsync(cancellation);
        var changes = await ChangesAsync(archive, folder, catalog, cancellation);
        var importedAt = await archive.TakeInAsync(folder, catalog, changes, clock.GetUtcNow(), cancellation);
        await writing.CommitAsync(cancellation);
        return importedAt;
    }

    /// <summary>The changes of new data; for the first import, the earlier prices in the data.</summary>
    private async Task<IReadOnlyList<PlanChange>> ChangesAsync(
        CatalogArchive archive, DataFolder folder, CatalogSnapshot catalog, CancellationToken cancellation)
    {
        if (await archive.LastGoodAsync(cancellation) is not { } last)
        {
            return PlanChanges.EarlierPrices(catalog);
        }

        if (last.Folder.Version == folder.Version)
        {
            return [];
        }

        var (before, _) = await CatalogReader.ReadAsync(last.Folder, clock.TodayInJapan(), cancellation);
        return before is null ? [PlanChange.CatalogReplaced] : PlanChanges.Between(before, catalog);
    }

    private async Task ServeLastGoodAsync(CatalogArchive archive, ImmutableArray<DataProblem> problems, CancellationToken cancellation)
    {
        var reasons = problems.Select(problem => problem.ToString()).ToList();
        if (await archive.LastGoodAsync(cancellation) is not { } last)
        {
            throw new InvalidDataException("There is no valid catalog to start with:\n" + string.Join('\n', reasons));
        }

        foreach (var problem in problems)
        {
            LogProblem(problem);
        }

        var (catalog, broken) = await CatalogReader.ReadAsync(last.Folder, clock.TodayInJapan(), cancellation);
        if (catalog is null)
        {
            throw new InvalidDataException("The last good catalog does not fit this program:\n" + string.Join('\n', broken));
        }

        await ServeAsync(archive, catalog, last.ImportedAt, reasons, cancellation);
        LogRefused(problems.Length, catalog.Version);
    }

    private async Task ServeAsync(
        CatalogArchive archive,
        CatalogSnapshot catalog,
        DateTimeOffset importedAt,
        IReadOnlyList<string> refusedBecause,
        CancellationToken cancellation) =>
        store.Serve(new CatalogInService(
            catalog,
            importedAt,
            refusedBecause,
            await archive.PriceChangesAsync(cancellation),
            await archive.ChangesAsync(cancellation),
            await archive.ChangesRecordedSinceAsync(cancellation)));

    [LoggerMessage(LogLevel.Information, "Catalog {Version} is in service: {Plans} plans, {Devices} devices")]
    private partial void LogInService(string version, int plans, int devices);

    [LoggerMessage(LogLevel.Error, "Data refused: {Problem}")]
    private partial void LogProblem(DataProblem problem);

    [LoggerMessage(LogLevel.Error, "{Problems} problems in the data; catalog {Version} stays in service")]
    private partial void LogRefused(int problems, string version);
}
