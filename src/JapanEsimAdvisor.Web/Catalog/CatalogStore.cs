using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>
/// The catalog in service: one field, replaced as a whole. A request reads it once and keeps this version.
/// </summary>
public sealed class CatalogStore
{
    private volatile CatalogInService? _current;

    /// <exception cref="InvalidOperationException">
    /// No catalog is in service yet. The host accepts no request before that.
    /// </exception>
    public CatalogInService Current => _current ?? throw new InvalidOperationException("No catalog is in service yet.");

    public bool IsInService => _current is not null;

    /// <summary>
    /// Raised after another catalog came into service, so that caches drop answers of the catalog before.
    /// </summary>
    public event EventHandler? Replaced;

    public void Serve(CatalogInService catalog)
    {
        _current = catalog;
        Replaced?.Invoke(this, EventArgs.Empty);
    }
}

/// <param name="ImportedAt">Time at which this content first came into service.</param>
/// <param name="RefusedBecause">Problems of refused newer data; empty if the newest data is in service.</param>
/// <param name="PriceChanges">Earlier prices by plan id, newest first.</param>
/// <param name="Changes">Changes that imports found, oldest first.</param>
/// <param name="ChangesRecordedSince">Day in Japan since which no change is missing.</param>
public sealed record CatalogInService(
    CatalogSnapshot Snapshot,
    DateTimeOffset ImportedAt,
    IReadOnlyList<string> RefusedBecause,
    IReadOnlyDictionary<string, IReadOnlyList<PriceChange>> PriceChanges,
    IReadOnlyList<RecordedChange> Changes,
    DateOnly ChangesRecordedSince)
{
    private readonly Lazy<DeviceSearch> _devices = new(() => new DeviceSearch(Snapshot));

    /// <summary>The device search of this catalog, built once.</summary>
    public DeviceSearch Devices => _devices.Value;
}

/// <summary>A price that was in service until an import replaced it.</summary>
/// <param name="Checked">Date of its source.</param>
public sealed record PriceChange(string Checked, int Days, decimal Amount, string Currency);
