using JapanEsimAdvisor.Web.Tests.Partners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;

namespace JapanEsimAdvisor.Web.Tests.Hosting;

/// <summary>A search stops when nobody waits for its answer any more.</summary>
public sealed class AbandonedRequestTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string Fourteen = string.Concat(
        Enumerable.Range(0, 14).Select(kind => $"&travelers[{kind}].usage.gbPerDay={kind}.5"));

    [Theory]
    [InlineData("/api/v1/recommendations?trip.days=9")]
    [InlineData("/en/result?trip.days=9")]
    [InlineData("/en/result/trip.ics?trip.days=9")]
    public async Task A_search_whose_caller_has_gone_stops_without_an_answer(string address)
    {
        var (log, clock) = (new EndOfRequest(), new NoticingClock());
        await using var site = new PartnerSite(("Quotas:Enabled", "false"))
        {
            HasRealCatalog = true,
            Change = services => services
                .AddSingleton<ILogEventSink>(log)
                .AddSingleton<TimeProvider>(clock)
                .AddSingleton<IStartupFilter>(new Arrivals(clock)),
        };
        using var client = site.CreateClient();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asking = client.GetAsync(new Uri(address + Fourteen, UriKind.Relative), gone.Token);
        await clock.Asked.WaitAsync(Longest, TestContext.Current.CancellationToken);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.EndsWith(" 499", await log.Ended.WaitAsync(Longest, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Watches from the arrival of the request on: background services ask for the time too.</summary>
    private sealed class Arrivals(NoticingClock clock) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                clock.Watch();
                return go(context);
            });
            next(app);
        };
    }

    /// <summary>The line of the log with which a request ends: its address and status.</summary>
    private sealed class EndOfRequest : ILogEventSink
    {
        private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Ended => _ended.Task;

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Properties.TryGetValue("StatusCode", out var status)
                && logEvent.Properties.TryGetValue("Address", out var address))
            {
                _ended.TrySetResult($"{address} {status}");
            }
        }
    }

    /// <summary>A clock that says when it is asked: every search asks for the day just before it begins.</summary>
    private sealed class NoticingClock : TimeProvider
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private volatile bool _isWatching;

        public Task Asked => _asked.Task;

        public void Watch() => _isWatching = true;

        public override DateTimeOffset GetUtcNow()
        {
            if (_isWatching)
            {
                _asked.TrySetResult();
            }

            return SiteFixture.Now;
        }
    }
}
