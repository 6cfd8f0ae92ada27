using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>How many trips an address may save a day and change a minute, and how many everybody together may save a minute. An IPv6 network of 64 bits counts as one address.</summary>
public sealed class WriteLimits(IOptions<SavedTripsOptions> options) : IDisposable
{
    private const int NetworkBytes = 8;

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

    /// <summary>The part of an address that one caller cannot change at will.</summary>
    public static IPAddress Caller(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]),
        _ => address,
    };

    private static TimeSpan? Wait(PartitionedRateLimiter<IPAddress> limiter, IPAddress? caller)
    {
        using var lease = limiter.AttemptAcquire(Caller(caller));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
    }

    private static RateLimitPartition<IPAddress> Window(IPAddress key, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 });
}
