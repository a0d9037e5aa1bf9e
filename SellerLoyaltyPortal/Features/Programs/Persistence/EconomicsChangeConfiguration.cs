using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class EconomicsChangeConfiguration : IEntityTypeConfiguration<EconomicsChange>
{
    public void Configure(EntityTypeBuilder<EconomicsChange> builder)
    {
        builder.ToTable("EconomicsChanges");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(c => c.SellerId);
        builder.HasOne<Seller>().WithMany().HasForeignKey(c => c.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
