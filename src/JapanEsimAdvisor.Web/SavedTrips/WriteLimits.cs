using System.Net;
using System.Threading.RateLimiting;
using JapanEsimAdvisor.Web.Site;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>How many trips an address may save a day and change a minute, and how many everybody together may save a minute. An IPv6 network of 64 bits counts as one address.</summary>
public sealed class WriteLimits(IOptions<SavedTripsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _saving = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => Window(address, options.Value.SavedPerDay, TimeSpan.FromDays(1))),
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(_ => Window(IPAddress.None, options.Value.SavedPerMinute, TimeSpan.FromMinutes(1))));

    private readonly PartitionedRateLimiter<IPAddress> _changing =
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => Window(address, options.Value.ChangesPerMinute, TimeSpan.FromMinutes(1)));

    /// <returns>Null where a trip may be saved; else how long to wait.</returns>
    public TimeSpan? WaitToSave(IPAddress? caller) => Wait(_saving, caller);

    /// <returns>Null where a trip may be changed; else how long to wait.</returns>
    public TimeSpan? WaitToChange(IPAddress? caller) => Wait(_changing, caller);

    public void Dispose()
    {
        _saving.Dispose();
        _changing.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<IPAddress> limiter, IPAddress? caller)
    {
        using var lease = limiter.AttemptAcquire(CallerAddress.Of(caller));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
    }

    private static RateLimitPartition<IPAddress> Window(IPAddress key, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 });
}
