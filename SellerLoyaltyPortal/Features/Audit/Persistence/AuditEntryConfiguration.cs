using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SellerLoyaltyPortal.Features.Audit.Persistence;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedOnAdd();
        builder.Property(e => e.Action).HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.ActorKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Address).HasMaxLength(AuditEntry.LongestAddress);
        builder.Property(e => e.Subject).HasMaxLength(AuditEntry.LongestSubject);
        // No foreign keys: an entry outlives the seller and the person that it speaks of.
        builder.HasIndex(e => new { e.SellerId, e.Id });
    }
}
