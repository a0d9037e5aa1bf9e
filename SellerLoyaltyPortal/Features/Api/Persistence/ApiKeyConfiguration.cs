using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api.Persistence;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasKey(k => k.Id);
        builder.HasIndex(k => k.SellerId);
        builder.HasIndex(k => k.Digest).IsUnique();
        builder.Property(k => k.Name).HasMaxLength(CreateApiKey.LongestName);
        builder.Property(k => k.Prefix).HasMaxLength(20);
        builder.Property(k => k.Scopes).HasMaxLength(200);
        builder.HasOne<Seller>().WithMany().HasForeignKey(k => k.SellerId).OnDelete(DeleteBehavior.Cascade);
    }
}
