using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted;

/// <summary>A model that breaks each rule of <see cref="EntityRules"/> once, and has no migration.</summary>
internal sealed class PlantedDbContext()
    : DbContext(new DbContextOptionsBuilder<PlantedDbContext>().UseSqlite("Data Source=:memory:").Options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<NobodysRow>();
        modelBuilder.Entity<EverybodysRow>();
        modelBuilder.Entity<UnfilteredRow>(row =>
        {
            row.Property(r => r.SellerId).HasConversion(id => id.Value, value => new SellerId(value));
            row.HasKey(r => r.Name);
            row.HasIndex(r => r.Code).IsUnique();
        });
    }

    internal sealed class NobodysRow
    {
        public int Id { get; init; }
    }

    internal sealed class EverybodysRow : ISellerOwned, IPlatformOwned
    {
        public int Id { get; init; }

        [System.ComponentModel.DataAnnotations.Schema.NotMapped]
        public SellerId SellerId { get; set; }
    }

    internal sealed class UnfilteredRow : ISellerOwned
    {
        public SellerId SellerId { get; set; }

        public required string Name { get; init; }

        public required string Code { get; init; }
    }
}
