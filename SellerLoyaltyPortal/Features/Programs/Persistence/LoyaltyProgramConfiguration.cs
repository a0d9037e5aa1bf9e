using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class LoyaltyProgramConfiguration : IEntityTypeConfiguration<LoyaltyProgram>
{
    public void Configure(EntityTypeBuilder<LoyaltyProgram> builder)
    {
        builder.ToTable("LoyaltyPrograms");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Name).HasMaxLength(LoyaltyProgram.LongestName);
        builder.Property(p => p.Status).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(p => p.EarliestLastDay);
        builder.Ignore(p => p.MinimumLifeEnds);
        builder.Ignore(p => p.OptionLockEnds);
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.HasIndex(p => new { p.SellerId, p.Status });
        // One running (or about to run) loyalty discount a seller: the database refuses a second one, also
        // when two people launch in the same second.
        builder
            .HasIndex(p => p.SellerId)
            .HasDatabaseName("IX_LoyaltyPrograms_OneRunning")
            .IsUnique()
            .HasFilter("\"Status\" IN ('Scheduled', 'Active', 'Ending')");
        builder.HasOne<Seller>().WithMany().HasForeignKey(p => p.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
