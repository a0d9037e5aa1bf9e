using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SellerLoyaltyPortal.Data;

/// <summary>Refuses to change or remove a row that is <see cref="IWriteOnce"/>.</summary>
public sealed class WriteOnceInterceptor : SaveChangesInterceptor
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
        foreach (var entry in context?.ChangeTracker.Entries<IWriteOnce>() ?? [])
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} is written once and never changed or removed."
                );
        }
    }
}
