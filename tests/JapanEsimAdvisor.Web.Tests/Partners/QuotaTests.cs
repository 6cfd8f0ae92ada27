using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using JapanEsimAdvisor.Web.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace JapanEsimAdvisor.Web.Tests.Partners;

/// <summary>How often anybody may call, and how they are told.</summary>
public sealed class QuotaTests
{
    private const string Proxy = "10.1.2.3";

    [Fact]
    public async Task Every_answer_says_what_is_left_and_the_next_minute_begins_anew()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "3"));
        var first = (await site.CallAsync(PartnerSite.Profiles)).Ok();
        site.Clock.Advance(TimeSpan.FromSeconds(17.5));
        var missing = (await site.CallAsync("/api/v1/nowhere")).Problem(HttpStatusCode.NotFound, "not-found");
        var wrong = await site.CallAsync("/api/v1/plans?days=0");
        var refused = (await site.CallAsync(PartnerSite.Profiles + "?lang=ko")).Problem(HttpStatusCode.TooManyRequests, "quota-exceeded");
        site.Clock.Advance(TimeSpan.FromSeconds(42.5));
        var anew = (await site.CallAsync(PartnerSite.Profiles)).Ok();

        Assert.Equal(["2;t=60", "1;t=43", "0;t=43", "0;t=43", "2;t=60"], ((Answer[])[first, missing, wrong, refused, anew]).Select(
            answer => Field(answer, "RateLimit").Replace("\"default\";r=", string.Empty, StringComparison.Ordinal)));
        Assert.All(
            (Answer[])[first, missing, wrong, refused, anew],
            answer => Assert.Equal("\"default\";q=3;w=60", Field(answer, "RateLimit-Policy")));
        Assert.Equal("43", Field(refused, "Retry-After"));
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());
        Assert.Contains("요청", refused.Json.GetProperty("title").GetString()!, StringComparison.Ordinal);
        Assert.All((Answer[])[first, missing, wrong, anew], answer => Assert.Null(answer.Headers.RetryAfter));
    }

    [Fact]
    public async Task Each_key_has_its_own_quota_and_leaves_that_of_the_address_alone()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "1"), ("Quotas:PerKey", "3"));
        var (small, publishable) = await site.AddAsync("--quota", "2");
        var (usual, _) = await site.AddAsync();

        Assert.Equal(["1", "0", "past"], await LeftAsync(site, 3, PartnerSite.Key(small)));
        Assert.Equal(["0", "past"], await LeftAsync(site, 2, PartnerSite.Key(publishable), PartnerSite.FromOrigin()));
        Assert.Equal(["2", "1", "0", "past"], await LeftAsync(site, 4, PartnerSite.Key(usual)));
        Assert.Equal(["0", "past"], await LeftAsync(site, 2));
    }

    [Fact]
    public async Task A_stranger_with_a_publishable_key_spends_their_own_share_and_not_the_partner_s()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "2"), ("Quotas:PerPublishableKey", "1000"));
        var (_, publishable) = await site.AddAsync("--quota", "3");
        (string, string)[] copied = [PartnerSite.Key(publishable), PartnerSite.FromOrigin(), PartnerSite.Address("203.0.113.66")];

        Assert.Equal(["1", "0", "past", "past", "past", "past"], await LeftAsync(site, 6, copied));
        Assert.Equal(
            ["1", "0"],
            await LeftAsync(site, 2, PartnerSite.Key(publishable), PartnerSite.FromOrigin(), PartnerSite.Address("198.51.100.7")));
        Assert.Equal(["1"], await LeftAsync(site, 1, PartnerSite.Address("203.0.113.66")));
    }

    [Fact]
    public async Task All_addresses_with_one_publishable_key_stay_below_its_ceiling()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "2"), ("Quotas:PerPublishableKey", "3"), ("Quotas:PerKey", "1"));
        var (_, publishable) = await site.AddAsync();
        (string, string)[] From(string address) => [PartnerSite.Key(publishable), PartnerSite.FromOrigin(), PartnerSite.Address(address)];

        Assert.Equal(["1", "0"], await LeftAsync(site, 2, From("203.0.113.1")));
        Assert.Equal(["1", "past"], await LeftAsync(site, 2, From("203.0.113.2")));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["1"], await LeftAsync(site, 1, From("203.0.113.2")));
    }

    [Fact]
    public async Task A_refused_key_counts_for_the_address_that_sent_it()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "2"));
        var (secret, _) = await site.AddAsync("--quota", "5");
        await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key(secret), PartnerSite.FromOrigin("https://other.example"));
        await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key("sk_guess"));

        (await site.CallAsync(PartnerSite.Profiles, PartnerSite.Key("sk_guess"))).Problem(HttpStatusCode.TooManyRequests, "quota-exceeded");
        Assert.Equal(["4"], await LeftAsync(site, 1, PartnerSite.Key(secret)));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task Addresses_of_one_caller_share_a_quota(string one, string other, bool isShared)
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "5"));

        Assert.Equal(["4"], await LeftAsync(site, 1, PartnerSite.Address(one)));
        Assert.Equal([isShared ? "3" : "4"], await LeftAsync(site, 1, PartnerSite.Address(other)));
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", Proxy)]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/8")]
    public async Task A_trusted_proxy_is_believed_and_nobody_else(string setting, string value)
    {
        await using var site = new PartnerSite((setting, value), ("Quotas:PerAddress", "9"));

        Assert.Equal(["8"], await LeftAsync(site, 1, PartnerSite.Address(Proxy), ("X-Forwarded-For", "203.0.113.1")));
        Assert.Equal(["8"], await LeftAsync(site, 1, PartnerSite.Address(Proxy), ("X-Forwarded-For", "203.0.113.2")));
        Assert.Equal(["7"], await LeftAsync(site, 1, PartnerSite.Address(Proxy), ("X-Forwarded-For", "198.51.100.9, 203.0.113.1")));
        Assert.Equal(["6"], await LeftAsync(site, 1, PartnerSite.Address(Proxy), ("X-Forwarded-For", $"203.0.113.1, {Proxy}")));
        Assert.Equal(["8"], await LeftAsync(site, 1, PartnerSite.Address("198.51.100.1"), ("X-Forwarded-For", "203.0.113.3")));
        Assert.Equal(["7"], await LeftAsync(site, 1, PartnerSite.Address("198.51.100.1"), ("X-Forwarded-For", "203.0.113.4")));
    }

    [Fact]
    public async Task Without_trusted_proxies_nobody_is_believed()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "9"));

        Assert.Equal(["8"], await LeftAsync(site, 1, ("X-Forwarded-For", "203.0.113.1")));
        Assert.Equal(["7"], await LeftAsync(site, 1, ("X-Forwarded-For", "203.0.113.2")));
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "proxy.example")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/33")]
    [InlineData("Quotas:PerAddress", "0")]
    public void A_wrong_setting_stops_the_start(string setting, string value)
    {
        using var site = new PartnerSite((setting, value));

        var failure = Assert.ThrowsAny<Exception>(() => site.CreateClient());
        Assert.Contains(setting.Split(':')[1], failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_nothing_is_counted_or_said()
    {
        await using var site = new PartnerSite(("Quotas:Enabled", "false"), ("Quotas:PerAddress", "1"));
        var answers = new[] { await site.CallAsync(PartnerSite.Profiles), await site.CallAsync(PartnerSite.Profiles) };

        Assert.All(answers, answer => Assert.False(answer.Ok().Headers.Contains("RateLimit")));
    }

    [Fact]
    public async Task Pages_and_documents_take_nothing_from_the_quota()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "1"));
        foreach (var address in (string[])["/en", "/openapi/v1.json", "/health/live"])
        {
            Assert.False((await site.CallAsync(address)).Headers.Contains("RateLimit"));
        }

        Assert.Equal(["0"], await LeftAsync(site, 1));
    }

    [Fact]
    public async Task A_failure_says_what_is_left_too()
    {
        await using var site = new PartnerSite(("Quotas:PerAddress", "5"))
        {
            Change = services => services.AddSingleton<Web.Answers.Advisor>(_ => throw new InvalidOperationException("broken on purpose")),
        };
        var failed = await site.CallAsync("/api/v1/recommendations?people=1&days=3");

        Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        Assert.Equal("\"default\";r=4;t=60", Field(failed, "RateLimit"));
    }

    [Fact]
    public void A_window_counts_from_its_first_call_and_is_idle_only_past_its_end()
    {
        var clock = new FakeTimeProvider(SiteFixture.Now);
        using var limiter = new WindowLimiter(2, TimeSpan.FromSeconds(10), clock);
        Assert.NotNull(limiter.IdleDuration);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.True(limiter.AttemptAcquire().IsAcquired);
        using var refused = limiter.AttemptAcquire();

        Assert.False(refused.IsAcquired);
        Assert.Equal((true, TimeSpan.FromSeconds(1)), (refused.TryGetMetadata(MetadataName.RetryAfter, out var wait), wait));
        Assert.Null(limiter.IdleDuration);
        Assert.Equal(
            (0, 2, 1),
            (
                limiter.GetStatistics()!.CurrentAvailablePermits,
                limiter.GetStatistics()!.TotalSuccessfulLeases,
                limiter.GetStatistics()!.TotalFailedLeases));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(3), limiter.IdleDuration);
        Assert.Equal(2, limiter.GetStatistics()!.CurrentAvailablePermits);
        Assert.True(limiter.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public void No_two_threads_share_a_permit()
    {
        using var limiter = new WindowLimiter(1000, TimeSpan.FromMinutes(1), new FakeTimeProvider(SiteFixture.Now));
        var acquired = 0;
        Parallel.For(0, 4000, _ => Interlocked.Add(ref acquired, limiter.AttemptAcquire().IsAcquired ? 1 : 0));

        Assert.Equal(1000, acquired);
    }

    /// <summary>What is said to be left after each of so many calls, <c>past</c> where one is refused.</summary>
    private static async Task<List<string>> LeftAsync(PartnerSite site, int calls, params (string, string)[] headers)
    {
        var left = new List<string>();
        for (var call = 0; call < calls; call++)
        {
            var answer = await site.CallAsync(PartnerSite.Profiles, headers);
            left.Add(
                answer.Status == HttpStatusCode.TooManyRequests ? "past" : Field(answer.Ok(), "RateLimit").Split("r=")[1].Split(';')[0]);
        }

        return left;
    }

    private static string Field(Answer answer, string name) =>
        Assert.Single(answer.Headers.GetValues(name)).ToString(CultureInfo.InvariantCulture);
}
