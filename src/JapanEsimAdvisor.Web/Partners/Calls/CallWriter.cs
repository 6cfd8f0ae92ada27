using System.Data.Common;
using JapanEsimAdvisor.Web.Partners.Storage;
using JapanEsimAdvisor.Web.Storage;

namespace JapanEsimAdvisor.Web.Partners.Calls;

/// <summary>Writes the counted calls every minute and when the site stops.</summary>
public sealed partial class CallWriter(
    CallCounter counter, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CallWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();

    private Task _last = Task.CompletedTask;

    /// <summary>
    /// The server has stopped before this: hosted services stop in reverse order of their start, and the server starts
    /// last.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteInTurnAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteInTurnAsync(CancellationToken.None);
        }
    }

    /// <summary>A host may be stopped twice at once, as in tests. The second stop waits for the first write.</summary>
    private Task WriteInTurnAsync(CancellationToken cancellation)
    {
        lock (_turn)
        {
            return _last = WriteAfterAsync(_last, cancellation);
        }
    }

    private async Task WriteAfterAsync(Task last, CancellationToken cancellation)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await WriteAsync(cancellation);
    }

    /// <summary>Counts that a failed database misses are written the next time.</summary>
    private async Task WriteAsync(CancellationToken cancellation)
    {
        var calls = counter.Take();
        if (calls.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PartnerStore>().AddCallsAsync(calls, cancellation);
        }
        catch (Exception failure) when (failure is DbException or OperationCanceledException)
        {
            counter.PutBack(calls);
            LogFailed(DatabaseFailure.ReasonOf(failure));
        }
    }

    [LoggerMessage(LogLevel.Error, "Partners' calls could not be written yet: {Reason}")]
    private partial void LogFailed(string reason);
}
