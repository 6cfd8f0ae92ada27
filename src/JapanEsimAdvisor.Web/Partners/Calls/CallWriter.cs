using System.Data.Common;

namespace JapanEsimAdvisor.Web.Partners.Calls;

/// <summary>Writes the counted calls every minute and when the site stops.</summary>
public sealed partial class CallWriter(CallCounter counter, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CallWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>The server has stopped by then: hosted services stop in the reverse order of their start, and it starts last.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    /// <summary>What a database that does not answer now misses, it gets the next time.</summary>
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
            LogFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Partners' calls could not be written")]
    private partial void LogFailed(Exception failure);
}
