using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Health;

/// <summary>The database can be read and written, and is of this portal's version.</summary>
internal sealed class DatabaseHealth(
    SellerDbContextFactory contexts,
    StorageWatch watch,
    ILogger<DatabaseHealth> log
) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var database = contexts.ForPlatform();
            if ((await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return HealthCheckResult.Unhealthy("the database is of an earlier version");
            // A writer's place, given back at once: a locked file or a read-only folder shows here.
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await database.Database.ExecuteSqlRawAsync("DELETE FROM Sellers WHERE 0", cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
            return watch.HasSeenDamage
                ? HealthCheckResult.Unhealthy(
                    "a part of the database was found damaged since the start: admin check, then admin restore"
                )
                : HealthCheckResult.Healthy();
        }
        catch (DbException failed)
        {
            log.LogWarning(failed, "The database is not well");
            return HealthCheckResult.Unhealthy(Reason(failed));
        }
    }

    private static string Reason(DbException failed) =>
        StorageFault.Of(failed) switch
        {
            StorageFaultKind.Busy => "the database is held by another writer",
            StorageFaultKind.Full => "the database can't be written: the disk is full",
            StorageFaultKind.ReadOnly => "the database can't be written: no right to write it, or it is gone",
            StorageFaultKind.Damaged => "the database is damaged: admin check, then admin restore",
            StorageFaultKind.Failing => "the database can't be written: the disk answers with errors",
            null => "the database can't be written",
        };
}
