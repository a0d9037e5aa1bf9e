using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// The migration that makes the table makes it WITHOUT ROWID (EF has no word for that): a seller's lines
/// then lie together on disk in the order of the ledger, which is how they are read.
/// </summary>
internal sealed class PurchaseLineConfiguration : IEntityTypeConfiguration<PurchaseLine>
{
    public void Configure(EntityTypeBuilder<PurchaseLine> builder)
    {
        builder.ToTable("PurchaseLines");
        builder.HasKey(l => new { l.SellerId, l.Sequence });
        builder.Property(l => l.Sequence).ValueGeneratedNever();
        builder
            .HasIndex(l => new
            {
                l.SellerId,
                l.LineId,
                l.Version,
            })
            .IsUnique();
        builder.Property(l => l.LineId).HasMaxLength(200);
        builder.Property(l => l.OrderId).HasMaxLength(200);
        builder.Property(l => l.Sku).HasMaxLength(200);
        builder.Property(l => l.Category).HasMaxLength(200);
    }
}
