using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class ProgramTransitionConfiguration : IEntityTypeConfiguration<ProgramTransition>
{
    public void Configure(EntityTypeBuilder<ProgramTransition> builder)
    {
        builder.ToTable("ProgramTransitions");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.To).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(t => new { t.SellerId, t.ProgramId });
        builder
            .HasOne<LoyaltyProgram>()
            .WithMany()
            .HasForeignKey(t => t.ProgramId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
