using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class MarketplaceReportConfiguration : IEntityTypeConfiguration<MarketplaceReport>
{
    public void Configure(EntityTypeBuilder<MarketplaceReport> builder)
    {
        builder.ToTable("MarketplaceReports");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.SellerId, r.Sha256 }).IsUnique();
        builder.Property(r => r.FileName).HasMaxLength(260);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.Layout).HasMaxLength(40);
        builder.HasOne<Seller>().WithMany().HasForeignKey(r => r.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
