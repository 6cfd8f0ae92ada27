using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.Partners.Quotas;

/// <summary>
/// The API's quota: each key its own, without a key each address. Every answer tells what is left, by the fields RateLimit and RateLimit-Policy
/// (draft-ietf-httpapi-ratelimit-headers).
/// </summary>
public sealed class QuotaLimiter(IOptions<QuotaOptions> options, TimeProvider clock) : PartitionedRateLimiter<HttpContext>
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _byCaller = PartitionedRateLimiter.Create<HttpContext, Partition>(context =>
        RateLimitPartition.Get(PartitionOf(context, options.Value), partition => new WindowLimiter(partition.Quota, Window, clock)));

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => _byCaller.GetStatistics(resource);

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) => Tell(resource, _byCaller.AttemptAcquire(resource, permitCount));

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        Tell(resource, await _byCaller.AcquireAsync(resource, permitCount, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _byCaller.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A changed quota is another partition, so that it holds at once.</summary>
    private static Partition PartitionOf(HttpContext context, QuotaOptions options) => context.Caller switch
    {
        { Key: { } key } => new Partition(Convert.ToHexString(key.Hash), null, key.Partner.Quota ?? options.PerKey),
        var caller => new Partition(null, caller.Address, options.PerAddress),
    };

    /// <summary>Written when the answer starts: a failure empties the headers before.</summary>
    private RateLimitLease Tell(HttpContext context, RateLimitLease lease)
    {
        var (isFirst, told) = (context.Features.Get<QuotaTold>() is null, QuotaTold.Of(lease, PartitionOf(context, options.Value).Quota));
        context.Features.Set(told);
        if (isFirst)
        {
            context.Response.OnStarting(() => Write(context));
        }

        return lease;
    }

    private static Task Write(HttpContext context)
    {
        var told = context.Features.GetRequiredFeature<QuotaTold>();
        context.Response.Headers["RateLimit-Policy"] = FormattableString.Invariant($"\"default\";q={told.Quota};w={(int)Window.TotalSeconds}");
        context.Response.Headers["RateLimit"] = FormattableString.Invariant($"\"default\";r={told.Remaining};t={told.Seconds}");
        if (!told.IsAcquired)
        {
            context.Response.Headers.RetryAfter = told.Seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }

    /// <param name="Key">Hash of the key in hexadecimal; null without one.</param>
    private sealed record Partition(string? Key, IPAddress? Address, int Quota);

    /// <param name="Seconds">Whole seconds until the window ends.</param>
    private sealed record QuotaTold(bool IsAcquired, int Quota, int Remaining, int Seconds)
    {
        public static QuotaTold Of(RateLimitLease lease, int quota) => new(
            lease.IsAcquired,
            quota,
            lease.TryGetMetadata(WindowLimiter.Remaining, out var remaining) ? remaining : 0,
            lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : (int)Window.TotalSeconds);
    }
}
