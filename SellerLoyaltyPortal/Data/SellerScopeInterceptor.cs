using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// Guards writes by seller, which query filters do not: a new row gets the context's seller, and a row of
/// another seller, or any seller's row in a context without a seller, is refused.
/// </summary>
public sealed class SellerScopeInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is not PortalDbContext portal)
            return;
        foreach (var entry in portal.ChangeTracker.Entries<ISellerOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.State == EntityState.Added && entry.Entity.SellerId == SellerId.None)
                entry.Property(nameof(ISellerOwned.SellerId)).CurrentValue = portal.Seller;
            var original = entry.Property<SellerId>(nameof(ISellerOwned.SellerId)).OriginalValue;
            if (
                portal.Seller == SellerId.None
                || entry.Entity.SellerId != portal.Seller
                || (entry.State != EntityState.Added && original != portal.Seller)
            )
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} of seller {entry.Entity.SellerId} can't be written by a context of seller {portal.Seller}."
                );
        }
    }
}
