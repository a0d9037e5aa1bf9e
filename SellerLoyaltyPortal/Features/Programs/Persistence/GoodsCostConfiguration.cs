using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class GoodsCostConfiguration : IEntityTypeConfiguration<GoodsCost>
{
    public void Configure(EntityTypeBuilder<GoodsCost> builder)
    {
        builder.ToTable("GoodsCosts");
        builder.HasKey(c => new { c.SellerId, c.Sku });
        builder.Property(c => c.Sku).HasMaxLength(GoodsCost.LongestSku);
        builder.HasOne<Seller>().WithMany().HasForeignKey(c => c.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
