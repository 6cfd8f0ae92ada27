using System.Collections.Frozen;
using System.Data.Common;

namespace JapanEsimAdvisor.Web.Partners;

/// <summary>
/// All keys in memory, read anew where a call with a key finds them older than five seconds: the command line writes to the same file, a running site
/// follows within that time, and a call costs neither a query nor a write.
/// </summary>
public sealed partial class PartnerDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PartnerDirectory> log) : IDisposable
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _reading = new(1, 1);

    private volatile Reading? _last;

    /// <returns>The key as it was given once, working or ended; null where no such key was ever given.</returns>
    public async Task<PartnerKey?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!PartnerKeys.IsShaped(text))
        {
            return null;
        }

        var hash = PartnerKeys.HashOf(text);
        return (await KeysAsync(cancellation)).TryGetValue(Convert.ToHexString(hash), out var key) && key.Is(hash) ? key : null;
    }

    public void Dispose() => _reading.Dispose();

    private async Task<FrozenDictionary<string, PartnerKey>> KeysAsync(CancellationToken cancellation)
    {
        if (Fresh() is { } fresh)
        {
            return fresh;
        }

        await _reading.WaitAsync(cancellation);
        try
        {
            return Fresh() ?? (_last = new Reading(await ReadAsync(cancellation), clock.GetTimestamp())).Keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    private FrozenDictionary<string, PartnerKey>? Fresh() => _last is { } last && clock.GetElapsedTime(last.At) < Trusted ? last.Keys : null;

    /// <summary>Where the database does not answer, keys go on as they were last read; without a first reading nobody can be known.</summary>
    private async Task<FrozenDictionary<string, PartnerKey>> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PartnerStore>().KeysAsync(cancellation);
        }
        catch (DbException failure) when (_last is not null)
        {
            LogFailed(failure);
            return _last.Keys;
        }
    }

    [LoggerMessage(LogLevel.Error, "Partner keys could not be read; those read last go on")]
    private partial void LogFailed(Exception failure);

    /// <param name="At">Timestamp of the clock.</param>
    private sealed record Reading(FrozenDictionary<string, PartnerKey> Keys, long At);
}
