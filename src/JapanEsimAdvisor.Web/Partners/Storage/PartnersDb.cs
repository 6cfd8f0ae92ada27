using JapanEsimAdvisor.Web.Partners.Keys;
using Microsoft.EntityFrameworkCore;

namespace JapanEsimAdvisor.Web.Partners.Storage;

/// <summary>
/// Partners, the hashes of their keys and their call counts. The file is separate because it cannot be rebuilt, and it
/// holds nothing about travelers.
/// </summary>
public sealed class PartnersDb(DbContextOptions<PartnersDb> options) : DbContext(options)
{
    public DbSet<PartnerRow> Partners => Set<PartnerRow>();

    public DbSet<PartnerKeyRow> Keys => Set<PartnerKeyRow>();

    public DbSet<PartnerUseRow> Use => Set<PartnerUseRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PartnerRow>().HasMany(partner => partner.Keys).WithOne().HasForeignKey(key => key.PartnerId);
        modelBuilder.Entity<PartnerKeyRow>(key =>
        {
            key.HasKey(row => row.Hash);
            key.Property(row => row.Hash).HasMaxLength(PartnerKeys.HashBytes);
            key.Property(row => row.Kind).HasConversion<string>();
        });
        modelBuilder.Entity<PartnerUseRow>(use =>
        {
            use.HasKey(row => new { row.PartnerId, row.Day });
            use.HasOne<PartnerRow>().WithMany().HasForeignKey(row => row.PartnerId);
        });
    }
}
