using JapanEsimAdvisor.Web.Storage;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>Cleans saved trips at start and every hour after.</summary>
public sealed partial class ExpiredTrips(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExpiredTrips> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await CleanAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A database that does not answer now may answer in an hour; trips past their day are not opened meanwhile.</summary>
    private async Task CleanAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var emptied = await scope.ServiceProvider.GetRequiredService<SavedTripStore>().CleanAsync(cancellation);
            if (emptied > 0)
            {
                LogCleaned(emptied);
            }
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
        {
            LogFailed(DatabaseFailure.ReasonOf(failure));
        }
    }

    [LoggerMessage(LogLevel.Information, "Saved trips expired: {Emptied}")]
    private partial void LogCleaned(int emptied);

    [LoggerMessage(LogLevel.Error, "Saved trips could not be cleaned: {Reason}")]
    private partial void LogFailed(string reason);
}
