using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Rebuild;

/// <summary>
/// Makes what is derived from the ledger anew: each seller's <see cref="LedgerHead"/>, and the columns, to see
/// that the engine can read every line. The ledger itself is never changed.
/// </summary>
internal sealed class RebuildLedgers(SellerDbContextFactory contexts, LedgerSnapshots snapshots)
{
    public async IAsyncEnumerable<RebuiltLedger> RunAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        List<Seller> sellers;
        await using (var context = contexts.ForPlatform())
            sellers = await context
                .Set<Seller>()
                .AsNoTracking()
                .OrderBy(s => s.Slug)
                .ToListAsync(cancellation);
        foreach (var seller in sellers)
        {
            var (head, mended) = await RebuildAsync(seller, cancellation);
            var columns = (await snapshots.GetWholeAsync(seller.Id, cancellation)).Columns;
            if (head is not null && columns.LineCount != head.CurrentLines)
                throw new InvalidOperationException(
                    $"The columns of {seller.Slug} hold {columns.LineCount} lines, the ledger {head.CurrentLines}."
                );
            yield return new(seller.Slug, head?.CurrentLines ?? 0, head?.Buyers ?? 0, mended);
        }
    }

    private async Task<(LedgerHead? Head, bool Mended)> RebuildAsync(
        Seller seller,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(seller.Id);
        await context.Database.OpenConnectionAsync(cancellation);
#pragma warning disable CA1849 // SQLite has nothing asynchronous, and only this overload names "immediate".
        await using var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(
            deferred: false
        );
#pragma warning restore CA1849
        await context.Database.UseTransactionAsync(transaction, cancellation);
        var current = context.Set<PurchaseLine>().Where(l => l.SupersededBy == null);
        var (lines, buyers) = (
            await current.LongCountAsync(cancellation),
            await context.Set<Buyer>().LongCountAsync(cancellation)
        );
        var last = await context.Set<PurchaseLine>().MaxAsync(l => (long?)l.Sequence, cancellation) ?? 0;
        var head = await context.Set<LedgerHead>().SingleOrDefaultAsync(cancellation);
        if (head is null && lines == 0 && buyers == 0 && last == 0)
            return (null, false);
        if (head is null)
        {
            head = new LedgerHead
            {
                Sequence = 0,
                CurrentLines = 0,
                Buyers = 0,
            };
            context.Add(head);
        }
        // Undoing an import takes a sequence without a line: the head may be ahead of the lines, never behind.
        head.Sequence = Math.Max(head.Sequence, last);
        (head.CurrentLines, head.Buyers) = (lines, buyers);
        head.FirstBoughtAt = await current.MinAsync(l => (DateTimeOffset?)l.BoughtAt, cancellation);
        head.LastBoughtAt = await current.MaxAsync(l => (DateTimeOffset?)l.BoughtAt, cancellation);
        var mended = context.ChangeTracker.HasChanges();
        if (mended)
            // Whoever carries on from what they loaded before must load anew.
            head.RewrittenAtSequence = ++head.Sequence;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (head, mended);
    }
}
