using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Mapping;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class BuyerSecretConfiguration : IEntityTypeConfiguration<BuyerSecret>
{
    public void Configure(EntityTypeBuilder<BuyerSecret> builder)
    {
        builder.ToTable("BuyerSecrets");
        builder.HasKey(s => s.SellerId);
        builder.Property(s => s.SellerId).ValueGeneratedNever();
        builder
            .HasOne<Seller>()
            .WithOne()
            .HasForeignKey<BuyerSecret>(s => s.SellerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
