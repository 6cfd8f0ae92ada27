using System.Diagnostics;
using System.Net;
using JapanEsimAdvisor.Web.Tests.Hosting;
using JapanEsimAdvisor.Web.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>The partners' database fails while the site runs.</summary>
public sealed class PartnerFailureTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Keys_read_before_go_on_while_their_database_is_locked_and_the_log_says_so_in_a_line()
    {
        var log = new Notebook();
        await using var site = new PartnerSite { Change = services => services.AddSingleton<ILogEventSink>(log) };
        var (secret, _) = await site.AddAsync();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Ok();
        site.LetNotice();
        using var locked = DatabaseLock.AgainstReading(site.Database);
        var start = Stopwatch.GetTimestamp();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Ok();

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.True(log.Has("Partner keys could not be read; those read last go on.", "partners.db: SQLite Error 5"));
        Assert.DoesNotContain(log.Everything, text => text.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_any_key_was_read_calls_with_keys_share_one_wait_and_are_told_to_come_back()
    {
        await using var site = new PartnerSite();
        var (secret, _) = await site.AddAsync();
        using var locked = DatabaseLock.AgainstReading(site.Database);
        var start = Stopwatch.GetTimestamp();
        var calls = Enumerable.Range(0, 30).Select(_ => site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret)));
        var answers = await Task.WhenAll(calls);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.All(answers, answer => answer.Problem(HttpStatusCode.ServiceUnavailable, "database-busy"));
        Assert.All(answers, answer => Assert.NotNull(answer.Headers.RetryAfter?.Delta));
        (await site.CallAsync(PartnerSite.Profiles)).Ok();
    }

    [Fact]
    public async Task Calls_counted_while_the_database_is_locked_are_written_later()
    {
        var log = new Notebook();
        await using var site = new PartnerSite { Change = services => services.AddSingleton<ILogEventSink>(log) };
        var (secret, _) = await site.AddAsync();
        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret))).Ok();
        using (DatabaseLock.AgainstWriting(site.Database))
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(
                SpinWait.SpinUntil(() => log.Has("Partners' calls could not be written yet:", "partners.db: SQLite Error 5"), Longest));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(
            SpinWait.SpinUntil(() => List(site).Contains("2026-11-23: 1, refused past the quota: 0", StringComparison.Ordinal), Longest));
        Assert.DoesNotContain(log.Everything, text => text.Contains("   at ", StringComparison.Ordinal));
    }

    private static string List(PartnerSite site) => site.RunAsync("list").GetAwaiter().GetResult().Output;
}
