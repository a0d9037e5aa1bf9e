using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Features.Purchases.Undo;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// An owner takes back an import on which nothing later is built. The undoing is an event of the ledger with
/// a sequence of its own: the rows go to <see cref="UndoneLine"/>, from where any earlier state can be read,
/// and what they had corrected holds again.
/// </summary>
public sealed class UndoImport(SellerDbContextFactory contexts, SellerDirectory sellers, TimeProvider clock)
{
    /// <returns>How many lines were taken back.</returns>
    public async Task<Result<int>> RunAsync(
        SellerAccess access,
        long importId,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        // Millions of rows keep a thread busy: not the one that draws somebody's page.
        return await Task.Run(() => UndoAsync(access, importId, cancellation), cancellation);
    }

    private async Task<Result<int>> UndoAsync(
        SellerAccess access,
        long importId,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
#pragma warning disable CA1849 // SQLite has nothing asynchronous, and only this overload names "immediate".
        await using var transaction = connection.BeginTransaction(deferred: false);
#pragma warning restore CA1849
        await context.Database.UseTransactionAsync(transaction, cancellation);
        var import = await context
            .Set<PurchaseImport>()
            .SingleOrDefaultAsync(i => i.Id == importId, cancellation);
        if (import is null)
            return new Error("ImportIsUnknown");
        if (import.UndoneAt is not null)
            return new Error("ImportIsUndone");
        if (await FindObstacleAsync(context, connection, import, cancellation) is { } obstacle)
            return obstacle;
        var head = await context.Set<LedgerHead>().SingleAsync(cancellation);
        head.Sequence++;
        head.RewrittenAtSequence = head.Sequence;
        var lines = UndoStatements.TakeOut(connection, access.SellerId, importId, head.Sequence);
        var left = UndoStatements.WhatIsLeft(connection, access.SellerId);
        (head.CurrentLines, head.FirstBoughtAt, head.LastBoughtAt) = (
            left.Lines,
            Instant(left.First),
            Instant(left.Last)
        );
        (import.UndoneAt, import.UndoneBy) = (clock.GetUtcNow(), access.UserId);
        context.Audit(
            import.UndoneAt.Value,
            access.Actor,
            access.SellerId,
            AuditAction.ImportUndone,
            import.FileName,
            new AuditDetail(AuditDetail.Lines, lines.ToString(CultureInfo.InvariantCulture))
        );
        context.RemoveRange(
            await context
                .Set<ImportDependency>()
                .Where(d => d.LaterImportId == importId)
                .ToListAsync(cancellation)
        );
        await context.SaveChangesAsync(cancellation);
        await context.Database.CommitTransactionAsync(cancellation);
        return lines;
    }

    // Whatever a later import or event relied on must stay: it was told that these lines are stored.
    private static async Task<Error?> FindObstacleAsync(
        PortalDbContext context,
        SqliteConnection connection,
        PurchaseImport import,
        CancellationToken cancellation
    )
    {
        var noted = await context
            .Set<ImportDependency>()
            .Where(d => d.ImportId == d.LaterImportId)
            .Select(d => d.ImportId)
            .ToListAsync(cancellation);
        var since = await context
            .Set<PurchaseImport>()
            .Where(i => i.Id >= import.Id && i.UndoneAt == null)
            .Select(i => i.Id)
            .ToListAsync(cancellation);
        if (since.Except(noted).Any())
            return new Error("ImportIsFromEarlierVersion");
        var later = await context
            .Set<ImportDependency>()
            .AsNoTracking()
            .Where(d => d.ImportId == import.Id && d.LaterImportId != import.Id)
            .OrderByDescending(d => d.LaterImportId)
            .FirstOrDefaultAsync(cancellation);
        if (later is { LaterImportId: ImportDependency.Events })
            return new Error("ImportHasLaterEvents", null, later.Lines);
        if (later is not null)
        {
            var name = await context
                .Set<PurchaseImport>()
                .Where(i => i.Id == later.LaterImportId)
                .Select(i => i.FileName)
                .SingleAsync(cancellation);
            return new Error("ImportHasLaterLines", null, later.Lines, name);
        }
        return UndoStatements.CountCorrected(connection, context.Seller, import.Id) is var corrected and > 0
            ? new Error("ImportHasLaterEvents", null, corrected)
            : null;
    }

    private static DateTimeOffset? Instant(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}
