using System.Collections.Frozen;
using System.Data.Common;
using JapanEsimAdvisor.Web.Partners.Keys;
using JapanEsimAdvisor.Web.Storage;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>
/// All keys in memory. A call with a key reads them again if they are older than five seconds. So a running site sees
/// changes by the command line within this time, and most calls need no query.
/// </summary>
public sealed partial class PartnerDirectory(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PartnerDirectory> log)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();

    private Task<Reading>? _reading;

    private volatile Reading? _last;

    /// <returns>The key, valid or ended; null if it does not exist.</returns>
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

    private FrozenDictionary<string, PartnerKey>? Fresh() => _last is { } last && clock.GetElapsedTime(last.At) < Trusted
        ? last.Keys
        : null;

    /// <summary>
    /// Parallel calls share one read, so that none waits for a locked database longer than one read takes.
    /// </summary>
    private Task<Reading> ReadOnce()
    {
        lock (_turn)
        {
            return _reading = _reading is { IsCompleted: false } ? _reading : Task.Run(ReadAsync);
        }
    }

    /// <summary>
    /// If the database fails, the keys of the last read stay valid. Without any read no key can be checked.
    /// </summary>
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

    /// <param name="At">Time of the read, a timestamp of the clock.</param>
    private sealed record Reading(FrozenDictionary<string, PartnerKey> Keys, long At);
}
