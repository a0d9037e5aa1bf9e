using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class SellerEconomicsConfiguration : IEntityTypeConfiguration<SellerEconomics>
{
    public void Configure(EntityTypeBuilder<SellerEconomics> builder)
    {
        builder.ToTable("SellerEconomics");
        builder.HasKey(e => e.SellerId);
        builder.Property(e => e.SellerId).ValueGeneratedNever();
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(e => e.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
