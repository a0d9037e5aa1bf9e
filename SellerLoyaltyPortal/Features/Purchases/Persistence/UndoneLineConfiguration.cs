using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Purchases.Undo;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class UndoneLineConfiguration : IEntityTypeConfiguration<UndoneLine>
{
    public void Configure(EntityTypeBuilder<UndoneLine> builder)
    {
        builder.ToTable("UndoneLines");
        builder.HasKey(l => new { l.SellerId, l.Sequence });
        builder.Property(l => l.Sequence).ValueGeneratedNever();
        builder.Property(l => l.LineId).HasMaxLength(200);
        builder.Property(l => l.OrderId).HasMaxLength(200);
        builder.Property(l => l.Sku).HasMaxLength(200);
        builder.Property(l => l.Category).HasMaxLength(200);
    }
}
