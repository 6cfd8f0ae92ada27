using System.Collections.Frozen;
using System.Data.Common;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Storage;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>
/// All keys in memory, read anew where a call with a key finds them older than five seconds: the command line writes to the same file, a running site
/// follows within that time, and a call costs neither a query nor a write.
/// </summary>
public sealed partial class PartnerDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PartnerDirectory> log)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();

    private Task<Reading>? _reading;

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

    private async Task<FrozenDictionary<string, PartnerKey>> KeysAsync(CancellationToken cancellation) =>
        Fresh() ?? (await ReadOnce().WaitAsync(cancellation)).Keys;

    private FrozenDictionary<string, PartnerKey>? Fresh() => _last is { } last && clock.GetElapsedTime(last.At) < Trusted ? last.Keys : null;

    /// <summary>Calls at the same time share one reading: none waits longer for a locked database than one reading takes.</summary>
    private Task<Reading> ReadOnce()
    {
        lock (_turn)
        {
            return _reading = _reading is { IsCompleted: false } ? _reading : Task.Run(ReadAsync);
        }
    }

    /// <summary>Where the database does not answer, keys go on as they were last read; without a first reading nobody can be known.</summary>
    private async Task<Reading> ReadAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var keys = await scope.ServiceProvider.GetRequiredService<PartnerStore>().KeysAsync(CancellationToken.None);
            return _last = new Reading(keys, clock.GetTimestamp());
        }
        catch (DbException failure) when (_last is not null)
        {
            LogFailed(DatabaseFailure.ReasonOf(failure));
            return _last = _last with { At = clock.GetTimestamp() };
        }
    }

    [LoggerMessage(LogLevel.Error, "Partner keys could not be read; those read last go on. {Reason}")]
    private partial void LogFailed(string reason);

    /// <param name="At">Timestamp of the clock.</param>
    private sealed record Reading(FrozenDictionary<string, PartnerKey> Keys, long At);
}
