using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports.Exports;

namespace SellerLoyaltyPortal.Features.Reports.Persistence;

internal sealed class ReportExportConfiguration : IEntityTypeConfiguration<ReportExport>
{
    public void Configure(EntityTypeBuilder<ReportExport> builder)
    {
        builder.ToTable("ReportExports");
        builder.HasKey(e => new { e.SellerId, e.Id });
        builder.HasIndex(e => new { e.SellerId, e.RequestedAt });
        builder.Property(e => e.Report).HasMaxLength(60);
        builder.Property(e => e.Inputs).HasMaxLength(1000);
        builder.Property(e => e.Language).HasMaxLength(2);
        builder.Property(e => e.FileName).HasMaxLength(200);
        builder.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Seller>().WithMany().HasForeignKey(e => e.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}
