using System.Text.Json;
using JapanEsimAdvisor.Web.SavedTrips.Storage;
using JapanEsimAdvisor.Web.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace JapanEsimAdvisor.Web.SavedTrips;

/// <summary>What a link to a saved trip leads to.</summary>
public enum TripState
{
    Saved,

    /// <summary>Never saved, or gone so long that nothing is known of it.</summary>
    Unknown,

    Expired,

    Deleted,
}

/// <summary>What an id leads to, with its trip where it can still be opened.</summary>
public sealed record TripFound(TripState State, SavedTrip? Trip);

/// <summary>Saved trips in the database.</summary>
public sealed class SavedTripStore(SavedTripsDb db, TimeProvider clock, IOptions<SavedTripsOptions> options)
{
    private const int HoursOfJapan = (int)Core.Units.JapanTime.UtcOffsetHours;

    /// <returns>The trip and the token that changes it, which nobody can be told again.</returns>
    public async Task<(SavedTrip Trip, string EditToken)> AddAsync(SavedContent content, CancellationToken cancellation)
    {
        var (token, now) = (TripSecret.NewToken(), Now);
        var row = new SavedTripRow
        {
            Id = TripSecret.NewId(),
            TokenHash = TripSecret.HashOf(token),
            Version = 1,
            SavedAt = now,
            ChangedAt = now,
            ExpiresAt = EndOf(content),
            Content = JsonSerializer.Serialize(content, WireJson.Options),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return (TripOf(row), token);
    }

    public async Task<TripFound> FindAsync(string id, CancellationToken cancellation) =>
        await db.Trips.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) switch
        {
            null => new TripFound(TripState.Unknown, null),
            { IsDeleted: true } => new TripFound(TripState.Deleted, null),
            { Content: null } => new TripFound(TripState.Expired, null),
            var row when row.ExpiresAt <= Now => new TripFound(TripState.Expired, null),
            var row => new TripFound(TripState.Saved, TripOf(row)),
        };

    /// <summary>Whether a token may change a trip that can still be opened.</summary>
    public async Task<bool> OpensAsync(string id, string? token, CancellationToken cancellation)
    {
        var hash = await db.Trips.Where(row => row.Id == id && row.Content != null).Select(row => row.TokenHash).FirstOrDefaultAsync(cancellation);
        return hash is not null && TripSecret.Opens(token, hash);
    }

    /// <returns>The trip as changed; null where somebody else changed it first.</returns>
    public async Task<SavedTrip?> ChangeAsync(SavedTrip trip, SavedContent content, CancellationToken cancellation)
    {
        var (now, end, json) = (Now, EndOf(content), JsonSerializer.Serialize(content, WireJson.Options));
        var changed = await db.Trips.Where(row => row.Id == trip.Id && row.Version == trip.Version && row.Content != null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Version, trip.Version + 1).SetProperty(one => one.ChangedAt, now).SetProperty(one => one.ExpiresAt, end).SetProperty(one => one.Content, json),
            cancellation);
        return changed == 0 ? null : trip with { Version = trip.Version + 1, ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(now), ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(end), Content = content };
    }

    /// <summary>Empties a trip; only that it was there and was deleted is remembered.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellation)
    {
        var now = Now;
        return db.Trips.Where(row => row.Id == id && row.Content != null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Content, (string?)null).SetProperty(one => one.TokenHash, Array.Empty<byte>()).SetProperty(one => one.IsDeleted, true).SetProperty(one => one.ExpiresAt, now),
            cancellation);
    }

    /// <summary>Empties what has expired and forgets what has been gone for long enough.</summary>
    /// <returns>Trips emptied.</returns>
    public async Task<int> CleanAsync(CancellationToken cancellation)
    {
        var now = Now;
        var forgotten = clock.GetUtcNow().AddDays(-options.Value.DaysRemembered).ToUnixTimeMilliseconds();
        var emptied = await db.Trips.Where(row => row.Content != null && row.ExpiresAt <= now).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Content, (string?)null).SetProperty(one => one.TokenHash, Array.Empty<byte>()),
            cancellation);
        _ = await db.Trips.Where(row => row.Content == null && row.ExpiresAt <= forgotten).ExecuteDeleteAsync(cancellation);
        return emptied;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The midnight in Japan that ends the last day on which the trip is kept.</summary>
    private long EndOf(SavedContent content)
    {
        var last = content.Request.Trip!.Departure!.Value.AddDays(options.Value.DaysToKeep + 1);
        return new DateTimeOffset(last, TimeOnly.MinValue, TimeSpan.FromHours(HoursOfJapan)).ToUnixTimeMilliseconds();
    }

    private static SavedTrip TripOf(SavedTripRow row) => new(
        row.Id,
        row.Version,
        DateTimeOffset.FromUnixTimeMilliseconds(row.SavedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(row.ChangedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(row.ExpiresAt),
        JsonSerializer.Deserialize<SavedContent>(row.Content!, WireJson.Options)!.InOrders());
}
