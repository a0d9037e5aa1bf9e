using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Mapping;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class SavedMappingConfiguration : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> builder)
    {
        builder.ToTable("SavedMappings");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => new { m.SellerId, m.Signature }).IsUnique();
        builder.Property(m => m.Signature).HasMaxLength(64);
        builder.Property(m => m.FileName).HasMaxLength(260);
        builder.HasOne<Seller>().WithMany().HasForeignKey(m => m.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
