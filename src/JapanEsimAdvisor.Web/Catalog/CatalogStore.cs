using JapanEsimAdvisor.Core.Catalog;
using JapanEsimAdvisor.Web.Catalog.Search;

namespace JapanEsimAdvisor.Web.Catalog;

/// <summary>The catalog in service: one field, replaced as a whole. A request reads it once and works on that.</summary>
public sealed class CatalogStore
{
    private volatile CatalogInService? _current;

    /// <exception cref="InvalidOperationException">Nothing is in service yet; the host takes no request before it is.</exception>
    public CatalogInService Current => _current ?? throw new InvalidOperationException("No catalog is in service yet.");

    public bool IsInService => _current is not null;

    /// <summary>Raised after another catalog came into service, for who keeps answers that rest on the one before.</summary>
    public event EventHandler? Replaced;

    public void Serve(CatalogInService catalog)
    {
        _current = catalog;
        Replaced?.Invoke(this, EventArgs.Empty);
    }
}

/// <param name="ImportedAt">When this content first came into service.</param>
/// <param name="RefusedBecause">Problems of newer data that was refused; empty where the newest data is in service.</param>
/// <param name="PriceChanges">Prices a plan had before, by plan id, newest first.</param>
/// <param name="Changes">What imports found different, oldest first.</param>
/// <param name="ChangesRecordedSince">Day in Japan from which on no change is missing among them.</param>
public sealed record CatalogInService(
    CatalogSnapshot Snapshot,
    DateTimeOffset ImportedAt,
    IReadOnlyList<string> RefusedBecause,
    IReadOnlyDictionary<string, IReadOnlyList<PriceChange>> PriceChanges,
    IReadOnlyList<RecordedChange> Changes,
    DateOnly ChangesRecordedSince)
{
    private readonly Lazy<DeviceSearch> _devices = new(() => new DeviceSearch(Snapshot));

    /// <summary>The search in the devices of this catalog, made once.</summary>
    public DeviceSearch Devices => _devices.Value;
}

/// <summary>A price that was in service until an import brought another.</summary>
/// <param name="Checked">Date its source gave.</param>
public sealed record PriceChange(string Checked, int Days, decimal Amount, string Currency);
