using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace JapanEsimAdvisor.Web.SavedTrips.Storage;

/// <summary>Saved trips, in a file of their own: the catalog's can be rebuilt from <c>data/</c>, this one cannot.</summary>
public sealed class SavedTripsDb(DbContextOptions<SavedTripsDb> options) : DbContext(options)
{
    public DbSet<SavedTripRow> Trips => Set<SavedTripRow>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(OverwriteWhatIsDeleted.Instance);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<SavedTripRow>(trip =>
    {
        trip.HasKey(row => row.Id);
        trip.Property(row => row.Id).HasMaxLength(TripSecret.IdLength);
        trip.Property(row => row.TokenHash).HasMaxLength(TripSecret.HashBytes);
        trip.HasIndex(row => row.ExpiresAt);
    });

    /// <summary>SQLite otherwise leaves what was deleted in the file until the page is used again.</summary>
    private sealed class OverwriteWhatIsDeleted : DbConnectionInterceptor
    {
        public static readonly OverwriteWhatIsDeleted Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA secure_delete = ON;";
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA secure_delete = ON;";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
