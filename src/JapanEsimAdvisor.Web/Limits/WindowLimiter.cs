using System.Threading.RateLimiting;

namespace JapanEsimAdvisor.Web.Limits;

/// <summary>
/// Grants a number of permits in a window that opens with the first call. The framework's fixed window does not use a
/// <see cref="TimeProvider"/> and does not report the end of the window, which the RateLimit header needs. Partitions,
/// middleware and the removal of idle limiters are the framework's.
/// </summary>
public sealed class WindowLimiter(int permits, TimeSpan window, TimeProvider clock) : RateLimiter
{
    public static readonly MetadataName<int> Remaining = MetadataName.Create<int>("REMAINING");

    private readonly Lock _lock = new();

    private long _openedAt = clock.GetTimestamp() - (long)(window.TotalSeconds * clock.TimestampFrequency);

    private int _used;

    private (long Leased, long Refused) _total;

    /// <summary>Null while a window is open, because its used permits still count.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var past = clock.GetElapsedTime(_openedAt) - window;
                return past >= TimeSpan.Zero ? past : null;
            }
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            var isOpen = clock.GetElapsedTime(_openedAt) < window;
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = isOpen ? permits - _used : permits,
                TotalSuccessfulLeases = _total.Leased,
                TotalFailedLeases = _total.Refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var past = clock.GetElapsedTime(_openedAt);
            if (past >= window)
            {
                (_openedAt, _used, past) = (clock.GetTimestamp(), 0, TimeSpan.Zero);
            }

            var isAcquired = permitCount <= permits - _used;
            _used += isAcquired ? permitCount : 0;
            _total = isAcquired ? (_total.Leased + 1, _total.Refused) : (_total.Leased, _total.Refused + 1);
            return new Lease(isAcquired, permits - _used, window - past);
        }
    }

    /// <summary>There is no queue: a call beyond the quota learns when to try again.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));

    private sealed class Lease(bool isAcquired, int remaining, TimeSpan untilReset) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [Remaining.Name, MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == Remaining.Name ? remaining : metadataName == MetadataName.RetryAfter.Name ? untilReset : null;
            return metadata is not null;
        }
    }
}
