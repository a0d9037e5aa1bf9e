using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class LedgerHeadConfiguration : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> builder)
    {
        builder.ToTable("LedgerHeads");
        builder.HasKey(h => h.SellerId);
        builder.Property(h => h.SellerId).ValueGeneratedNever();
        builder
            .HasOne<Seller>()
            .WithOne()
            .HasForeignKey<LedgerHead>(h => h.SellerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
