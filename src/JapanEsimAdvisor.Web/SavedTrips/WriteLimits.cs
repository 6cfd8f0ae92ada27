using System.Net;
using System.Threading.RateLimiting;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>
/// How many trips an address may save a day, how often it may try to save or change one a minute, and how many all
/// addresses together may save a minute. An IPv6 network of 64 bits counts as one address.
/// </summary>
/// <remarks>
/// Only a trip that was saved counts for the day: who corrects a mistake, or meets a locked database, loses nothing of it.
/// The search that an attempt costs is limited by the minute. Attempts at the same moment can exceed the day's limit, by
/// no more than a minute's attempts.
/// </remarks>
public sealed class WriteLimits(IOptions<SavedTripsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _saving = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => Window(address, options.Value.SavedPerDay, TimeSpan.FromDays(1))),
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(_ => Window(IPAddress.None, options.Value.SavedPerMinute, TimeSpan.FromMinutes(1))));

    private readonly PartitionedRateLimiter<IPAddress> _changing =
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => Window(address, options.Value.ChangesPerMinute, TimeSpan.FromMinutes(1)));

    /// <summary>Before the search, so that an address past its limit costs none. Counts an attempt.</summary>
    /// <returns>Null where an attempt to save may go on; else how long to wait.</returns>
    public TimeSpan? WaitToSave(IPAddress? caller) => Wait(_saving, caller, permits: 0) ?? Wait(_changing, caller);

    /// <summary>Counts a trip that was saved.</summary>
    public void CountSaved(IPAddress? caller) => Wait(_saving, caller);

    /// <returns>Null where a trip may be changed; else how long to wait.</returns>
    public TimeSpan? WaitToChange(IPAddress? caller) => Wait(_changing, caller);

    public void Dispose()
    {
        _saving.Dispose();
        _changing.Dispose();
    }

    /// <param name="permits">None only asks whether there is one.</param>
    private static TimeSpan? Wait(PartitionedRateLimiter<IPAddress> limiter, IPAddress? caller, int permits = 1)
    {
        using var lease = limiter.AttemptAcquire(CallerAddress.Of(caller), permits);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
    }

    private static RateLimitPartition<IPAddress> Window(IPAddress key, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 });
}
