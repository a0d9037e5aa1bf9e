using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// The one context. Features keep their entity configurations beside their entities
/// (<c>Features/*/Persistence</c>); they are found by assembly scan, so that this class knows no feature
/// except Identity's user. It is made for one seller by <see cref="SellerDbContextFactory"/>, or for none.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options, SellerId seller)
    : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>The name of the query filter that keeps sellers apart.</summary>
    public const string SellerFilter = "Seller";

    public PortalDbContext(DbContextOptions<PortalDbContext> options)
        : this(options, SellerId.None) { }

    /// <summary>The seller whose rows this context sees; none sees no seller's rows.</summary>
    public SellerId Seller { get; } = seller;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        var addFilter = typeof(PortalDbContext).GetMethod(
            nameof(AddSellerFilter),
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
        )!;
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
            if (typeof(ISellerOwned).IsAssignableFrom(entity.ClrType))
                addFilter.MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        KernelConversions.AddTo(configurationBuilder);

    private void AddSellerFilter<T>(ModelBuilder builder)
        where T : class, ISellerOwned =>
        builder.Entity<T>().HasQueryFilter(SellerFilter, row => row.SellerId == Seller);
}
