using System.Text.Json;
using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Files;
using JapanEsimAdvisor.Web.Languages;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.EntityFrameworkCore;

namespace JapanEsimAdvisor.Web.Catalog.Archive;

/// <summary>Stores every content that was in service and returns the last.</summary>
public sealed class CatalogArchive(CatalogDb db)
{
    private const decimal UnitsPerAmount = 10_000m;

    /// <summary>The last good data; null before the first import.</summary>
    public async Task<(DataFolder Folder, DateTimeOffset ImportedAt)?> LastGoodAsync(CancellationToken cancellation)
    {
        var import = await db.Imports.AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        return import is null
            ? null
            : (new DataFolder(await NewestFilesAsync(cancellation)), DateTimeOffset.FromUnixTimeMilliseconds(import.At));
    }

    /// <summary>Imports data in one transaction: changes since the last import become new rows.</summary>
    /// <param name="changes">Changes since the last import, plan by plan.</param>
    /// <returns>Time of the first import of the content now in service.</returns>
    public async Task<DateTimeOffset> TakeInAsync(
        DataFolder folder, CatalogSnapshot catalog, IReadOnlyList<PlanChange> changes, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await LastGoodAsync(cancellation) is { } last && last.Folder.Version == folder.Version)
        {
            return last.ImportedAt;
        }

        var import = new ImportRow { Version = folder.Version, At = now.ToUnixTimeMilliseconds(), RecordedChanges = true };
        db.Add(import);
        AddFiles(folder, await NewestFilesAsync(cancellation), import);
        await AddPricesAsync(catalog, import, cancellation);
        db.AddRange(changes.Select(change => new ChangeRow { Code = change.Code, PlanId = change.PlanId, Detail = JsonSerializer.Serialize(change, WireJson.Options), Import = import }));
        await db.SaveChangesAsync(cancellation);
        return now;
    }

    /// <summary>Prices that later imports replaced, by plan, newest first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PriceChange>>> PriceChangesAsync(CancellationToken cancellation)
    {
        var rows = await db.Prices.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancellation);
        return rows
            .GroupBy(row => row.PlanId, StringComparer.Ordinal)
            .ToDictionary(
                plan => plan.Key,
                plan =>
                    (IReadOnlyList<PriceChange>)
                    [
                        .. plan.GroupBy(row => (row.Days, row.DayRate))
                            .SelectMany(same => same.Skip(1))
                            .Where(row => row is { High: not null, Checked: not null })
                            .Select(Change),
                    ],
                StringComparer.Ordinal);
    }

    /// <summary>All changes, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedChange>> ChangesAsync(CancellationToken cancellation)
    {
        var rows = await db.Changes.AsNoTracking()
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Import.At, row.Detail })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new RecordedChange(
                row.Id,
                Words.DateIn(DateTimeOffset.FromUnixTimeMilliseconds(row.At)),
                JsonSerializer.Deserialize<PlanChange>(row.Detail, WireJson.Options)!)),
        ];
    }

    /// <summary>
    /// Day in Japan since which every change is recorded: of the last import without recorded changes, because later
    /// imports were compared with it; else of the first import.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no import yet.</exception>
    public async Task<DateOnly> ChangesRecordedSinceAsync(CancellationToken cancellation)
    {
        var imports = db.Imports.AsNoTracking().OrderBy(row => row.Id);
        var from = await imports.LastOrDefaultAsync(row => !row.RecordedChanges, cancellation) ?? await imports.FirstAsync(cancellation);
        return Words.DateIn(DateTimeOffset.FromUnixTimeMilliseconds(from.At));
    }

    private static PriceChange Change(PriceRow row) =>
        new(row.Checked!, row.Days, (row.Low + row.High!.Value) / 2m / UnitsPerAmount, row.Currency);

    private async Task<IReadOnlyList<DataFile>> NewestFilesAsync(CancellationToken cancellation)
    {
        var newest = db.Files.GroupBy(row => row.Path).Select(same => same.Max(row => row.Id));
        var rows = await db.Files.AsNoTracking().Where(row => newest.Contains(row.Id) && row.Text != null).ToListAsync(cancellation);
        return [.. rows.Select(row => new DataFile(row.Path, row.Text!)).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private void AddFiles(DataFolder folder, IReadOnlyList<DataFile> known, ImportRow import)
    {
        var before = known.ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal);
        foreach (var file in folder.Files.Where(file => before.GetValueOrDefault(file.Path) != file.Hash))
        {
            db.Add(new FileRow { Path = file.Path, Hash = file.Hash, Text = file.Text, Import = import });
        }

        foreach (var gone in before.Keys.Except(folder.Files.Select(file => file.Path)))
        {
            db.Add(new FileRow { Path = gone, Hash = string.Empty, Text = null, Import = import });
        }
    }

    private async Task AddPricesAsync(CatalogSnapshot catalog, ImportRow import, CancellationToken cancellation)
    {
        var newest = db.Prices.GroupBy(row => new { row.PlanId, row.Days, row.DayRate }).Select(same => same.Max(row => row.Id));
        var known = await db.Prices.AsNoTracking()
            .Where(row => newest.Contains(row.Id))
            .ToDictionaryAsync(row => (row.PlanId, row.Days, row.DayRate), cancellation);
        foreach (var row in catalog.Plans.SelectMany(plan => plan.Prices.Select(price => Row(plan, price, import))))
        {
            if (!known.TryGetValue((row.PlanId, row.Days, row.DayRate), out var last) || !IsSamePrice(last, row))
            {
                db.Add(row);
            }
        }
    }

    private static bool IsSamePrice(PriceRow one, PriceRow other) =>
        (one.Low, one.High, one.Currency) == (other.Low, other.High, other.Currency);

    private static PriceRow Row(Plan plan, Price price, ImportRow import) => new()
    {
        PlanId = plan.Id,
        Days = price.Days,
        DayRate = price.DayRate,
        Currency = price.Currency,
        Low = (long)(price.Low * UnitsPerAmount),
        High = (long?)(price.High * UnitsPerAmount),
        Checked = plan.Source.Checked,
        Import = import,
    };
}
