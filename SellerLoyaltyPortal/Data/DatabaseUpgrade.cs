using Microsoft.EntityFrameworkCore;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// Brings the database to this portal's version. Portals that start at the same time on one folder take
/// turns; one that is killed in the middle leaves nothing that would hold up the next.
/// </summary>
internal sealed class DatabaseUpgrade(DataFolder folder, SellerDbContextFactory contexts)
{
    private const string TurnName = "upgrading";

    // What Entity Framework writes for the length of an upgrade, and leaves behind when it is killed; a start
    // would then wait for it for ever.
    private const string LeftMark = "__EFMigrationsLock";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <exception cref="DatabaseIsNewerException">A later portal has upgraded the database.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // A lock of the system, which lets go of it however the process ends. Already to look: a database that
        // another start is making can't be read.
        await using var turn = await TakeTurnAsync(cancellation);
        await using var context = contexts.ForPlatform();
        if (await IsCurrentAsync(context, cancellation))
            return;
        await RemoveMarkAsync(context, cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    private static async Task<bool> IsCurrentAsync(PortalDbContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new DatabaseIsNewerException(unknown);
        return applied.Count == known.Count;
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(folder.Root.FullName, TurnName);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Poll, cancellation);
            }
        }
    }

    private static async Task RemoveMarkAsync(PortalDbContext context, CancellationToken cancellation)
    {
        var isThere = await context
            .Database.SqlQuery<int>(
                $"SELECT COUNT(*) AS Value FROM sqlite_schema WHERE type = 'table' AND name = {LeftMark}"
            )
            .SingleAsync(cancellation);
        if (isThere > 0)
            await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{LeftMark}\"", cancellation);
    }
}
