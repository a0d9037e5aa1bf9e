using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class ProgramTransitionConfiguration : IEntityTypeConfiguration<ProgramTransition>
{
    public void Configure(EntityTypeBuilder<ProgramTransition> builder)
    {
        builder.ToTable("ProgramTransitions");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Step).HasConversion<string>().HasMaxLength(20);
        builder.Property(t => t.To).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(t => new { t.SellerId, t.ProgramId });
        // No key to the program: the history of a deleted draft stays.
        builder.HasOne<Seller>().WithMany().HasForeignKey(t => t.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
