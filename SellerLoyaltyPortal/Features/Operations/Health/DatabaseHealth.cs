using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Health;

/// <summary>The database can be read and written, and is of this portal's version.</summary>
internal sealed class DatabaseHealth(SellerDbContextFactory contexts, ILogger<DatabaseHealth> log)
    : IHealthCheck
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
            return HealthCheckResult.Healthy();
        }
        catch (DbException failed)
        {
            log.LogWarning(failed, "The database is not well");
            return HealthCheckResult.Unhealthy("the database can't be written");
        }
    }
}
