using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class PurchaseImportConfiguration : IEntityTypeConfiguration<PurchaseImport>
{
    public void Configure(EntityTypeBuilder<PurchaseImport> builder)
    {
        builder.ToTable("PurchaseImports");
        builder.HasKey(i => i.Id);
        builder.HasIndex(i => new { i.SellerId, i.ImportedAt });
        builder.Property(i => i.FileName).HasMaxLength(260);
        builder.Property(i => i.FileSha256).HasMaxLength(64);
        builder.Property(i => i.Layout).HasMaxLength(40);
        builder.HasOne<Seller>().WithMany().HasForeignKey(i => i.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
