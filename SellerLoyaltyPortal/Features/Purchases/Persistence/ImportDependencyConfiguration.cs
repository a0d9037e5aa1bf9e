using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Purchases.Undo;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

internal sealed class ImportDependencyConfiguration : IEntityTypeConfiguration<ImportDependency>
{
    public void Configure(EntityTypeBuilder<ImportDependency> builder)
    {
        builder.ToTable("ImportDependencies");
        builder.HasKey(d => new
        {
            d.SellerId,
            d.ImportId,
            d.LaterImportId,
        });
    }
}
