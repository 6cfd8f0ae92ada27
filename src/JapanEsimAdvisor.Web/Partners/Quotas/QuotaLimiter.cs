using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using JapanEsimAdvisor.Web.Limits;
using JapanEsimAdvisor.Web.Partners.Keys;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Partners.Quotas;

/// <summary>
/// The API's quota. A secret key has its own quota. A publishable key is public, so it is counted for each address,
/// with a high ceiling for all addresses together: a stranger who copies the key uses only the quota of that address.
/// Without a key each address has a quota. Every answer reports the rest in the headers RateLimit and RateLimit-Policy
/// (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
public sealed class QuotaLimiter(IOptions<QuotaOptions> options, TimeProvider clock) : PartitionedRateLimiter<HttpContext>
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _byCaller = Limiter(context => PartitionOf(context, options.Value), clock);

    private readonly PartitionedRateLimiter<HttpContext> _ceilings = Limiter(
        context => CeilingOf(context.Caller.Key!, options.Value), clock);

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => _byCaller.GetStatistics(resource);

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var lease = Report(resource, _byCaller.AttemptAcquire(resource, permitCount));
        return lease.IsAcquired
            && resource.Caller.Key is { Kind: KeyKind.Publishable }
            && _ceilings.AttemptAcquire(resource, permitCount) is { IsAcquired: false } past
            ? Report(resource, past)
            : lease;
    }

    /// <summary>There is no queue.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(resource, permitCount));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _byCaller.Dispose();
            _ceilings.Dispose();
        }

        base.Dispose(disposing);
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, Partition> partitionOf, TimeProvider clock) =>
        PartitionedRateLimiter.Create<HttpContext, Partition>(
        context => RateLimitPartition.Get(partitionOf(context), partition => new WindowLimiter(partition.Quota, Window, clock)));

    /// <summary>The quota is part of the partition, so that a changed quota applies at once.</summary>
    private static Partition PartitionOf(HttpContext context, QuotaOptions options) => context.Caller switch
    {
        { Key: { Kind: KeyKind.Secret } key } => new Partition(HashOf(key), null, key.Partner.Quota ?? options.PerKey),
        { Key: { } key, Address: var address } => new Partition(HashOf(key), address, options.PerAddress),
        var caller => new Partition(null, caller.Address, options.PerAddress),
    };

    private static Partition CeilingOf(PartnerKey key, QuotaOptions options) =>
        new(HashOf(key), null, Math.Max(key.Partner.Quota ?? options.PerKey, options.PerPublishableKey));

    private static string HashOf(PartnerKey key) => Convert.ToHexString(key.Hash);

    /// <summary>Written when the answer starts, because an error handler clears earlier headers.</summary>
    private RateLimitLease Report(HttpContext context, RateLimitLease lease)
    {
        var (isFirst, state) = (
            context.Features.Get<QuotaState>() is null, QuotaState.Of(lease, PartitionOf(context, options.Value).Quota));
        context.Features.Set(state);
        if (isFirst)
        {
            context.Response.OnStarting(() => Write(context));
        }

        return lease;
    }

    private static Task Write(HttpContext context)
    {
        var state = context.Features.GetRequiredFeature<QuotaState>();
        context.Response.Headers["RateLimit-Policy"] = FormattableString.Invariant($"\"default\";q={state.Quota};w={(int)Window.TotalSeconds}");
        context.Response.Headers["RateLimit"] = FormattableString.Invariant($"\"default\";r={state.Remaining};t={state.Seconds}");
        if (!state.IsAcquired)
        {
            context.Response.Headers.RetryAfter = state.Seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    /// <param name="Key">Hash of the key in hexadecimal; null without one.</param>
    private sealed record Partition(string? Key, IPAddress? Address, int Quota);

    /// <param name="Seconds">Whole seconds until the window ends.</param>
    private sealed record QuotaState(bool IsAcquired, int Quota, int Remaining, int Seconds)
    {
        public static QuotaState Of(RateLimitLease lease, int quota) => new(
            lease.IsAcquired,
            quota,
            lease.TryGetMetadata(WindowLimiter.Remaining, out var remaining) ? remaining : 0,
            lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                ? (int)Math.Ceiling(after.TotalSeconds)
                : (int)Window.TotalSeconds);
    }
}
