using Microsoft.EntityFrameworkCore;

namespace JapanEsimAdvisor.Web.Catalog.Archive;

/// <summary>Imports with their content and time. Rows are only added.</summary>
public sealed class CatalogDb(DbContextOptions<CatalogDb> options) : DbContext(options)
{
    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<PriceRow> Prices => Set<PriceRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ImportRow>(import =>
        {
            import.Property(row => row.Version).HasMaxLength(64);
            import.Property(row => row.RecordedChanges).HasColumnName("KeptChanges");
            import.HasIndex(row => row.At);
        });
        modelBuilder.Entity<FileRow>(file =>
        {
            file.Property(row => row.Path).HasMaxLength(200);
            file.Property(row => row.Hash).HasMaxLength(64);
            file.HasOne(row => row.Import).WithMany().IsRequired();
            file.HasIndex(row => row.Path);
        });
        modelBuilder.Entity<PriceRow>(price =>
        {
            price.Property(row => row.PlanId).HasMaxLength(80);
            price.Property(row => row.Currency).HasMaxLength(3);
            price.Property(row => row.Checked).HasMaxLength(10);
            price.HasOne(row => row.Import).WithMany().IsRequired();
            price.HasIndex(row => row.PlanId);
        });
        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.Property(row => row.Code).HasMaxLength(20);
            change.Property(row => row.PlanId).HasMaxLength(80);
            change.HasOne(row => row.Import).WithMany().IsRequired();
        });
    }
}
