using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SellerLoyaltyPortal.Features.Accounts.Persistence;

internal sealed class SellerMembershipConfiguration : IEntityTypeConfiguration<SellerMembership>
{
    public void Configure(EntityTypeBuilder<SellerMembership> builder)
    {
        builder.ToTable("SellerMemberships");
        builder.HasKey(m => new { m.SellerId, m.UserId });
        builder.Property(m => m.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Seller>().WithMany().HasForeignKey(m => m.SellerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
