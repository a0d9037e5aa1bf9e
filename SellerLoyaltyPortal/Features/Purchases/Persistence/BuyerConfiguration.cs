using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class BuyerConfiguration : IEntityTypeConfiguration<Buyer>
{
    public void Configure(EntityTypeBuilder<Buyer> builder)
    {
        builder.ToTable("Buyers");
        builder.HasKey(b => b.Key);
        builder.HasIndex(b => new { b.SellerId, b.ExternalId }).IsUnique();
        builder.HasOne<Seller>().WithMany().HasForeignKey(b => b.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
