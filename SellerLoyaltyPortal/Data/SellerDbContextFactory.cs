using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// Makes a context for one operation (a circuit lives for hours, a context must not). The caller disposes
/// it.
/// </summary>
public sealed class SellerDbContextFactory(DbContextOptions<PortalDbContext> options)
{
    /// <summary>A context that sees and writes this seller's rows only.</summary>
    /// <exception cref="ArgumentException"><paramref name="seller"/> is <see cref="SellerId.None"/>.</exception>
    public PortalDbContext ForSeller(SellerId seller) =>
        seller == SellerId.None
            ? throw new ArgumentException("A seller is needed.", nameof(seller))
            : new PortalDbContext(options, seller);

    /// <summary>A context for the platform's own rows (sellers, users); no seller's rows are seen.</summary>
    public PortalDbContext ForPlatform() => new(options, SellerId.None);
}
