using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class LaunchSnapshotConfiguration : IEntityTypeConfiguration<LaunchSnapshot>
{
    public void Configure(EntityTypeBuilder<LaunchSnapshot> builder)
    {
        builder.ToTable("LaunchSnapshots");
        // A program is launched once: so is its snapshot taken.
        builder.HasKey(s => new { s.SellerId, s.ProgramId });
        builder.Property(s => s.ProgramId).ValueGeneratedNever();
        builder.HasOne<Seller>().WithMany().HasForeignKey(s => s.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<LoyaltyProgram>()
            .WithMany()
            .HasForeignKey(s => s.ProgramId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
