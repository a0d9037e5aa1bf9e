using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SellerLoyaltyPortal.Features.Accounts.Persistence;

internal sealed class SellerConfiguration : IEntityTypeConfiguration<Seller>
{
    public void Configure(EntityTypeBuilder<Seller> builder)
    {
        builder.ToTable("Sellers");
        builder.HasKey(s => s.Id);
        // Said in so many words: behind a value converter EF does not conclude it by itself.
        builder.Property(s => s.Id).ValueGeneratedOnAdd().UseAutoincrement();
        builder.Property(s => s.Slug).HasMaxLength(60);
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.CurrencyCode).HasMaxLength(3);
        builder.Property(s => s.TimeZoneId).HasMaxLength(60);
    }
}
