using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Persistence;

internal sealed class ProgramVersionConfiguration : IEntityTypeConfiguration<ProgramVersion>
{
    public void Configure(EntityTypeBuilder<ProgramVersion> builder)
    {
        builder.ToTable("ProgramVersions");
        builder.HasKey(v => new
        {
            v.SellerId,
            v.ProgramId,
            v.Number,
        });
        builder.Property(v => v.ProgramId).ValueGeneratedNever();
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.HasOne<Seller>().WithMany().HasForeignKey(v => v.SellerId).OnDelete(DeleteBehavior.Restrict);
        // No key to the program: versions of a launch that was withdrawn stay when the draft is deleted.
    }
}
