using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Writes purchase lines: all of a batch in one transaction, each line once.</summary>
public sealed class PurchaseLedger(SellerDbContextFactory contexts)
{
    /// <summary>
    /// Opens the ledger of a seller for writing. Other writers of the database wait until the answer is
    /// committed or disposed, so nothing slow may happen in between.
    /// </summary>
    /// <param name="import">The import that brings the lines; stored with them. Null for events.</param>
    public async Task<LedgerAppend> BeginAsync(
        SellerId seller,
        PurchaseImport? import,
        CancellationToken cancellation
    )
    {
        var context = contexts.ForSeller(seller);
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            return await LedgerAppend.StartAsync(context, import, cancellation);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Appends the lines and commits, unless one conflicts: then nothing is stored.</summary>
    /// <returns>What became of each line, in order.</returns>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(
        SellerId seller,
        IEnumerable<NewPurchaseLine> lines,
        CancellationToken cancellation
    )
    {
        await using var append = await BeginAsync(seller, import: null, cancellation);
        var outcomes = new List<AppendOutcome>();
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            outcomes.Add(append.Add(line));
        }
        if (!outcomes.Contains(AppendOutcome.Conflict))
            await append.CommitAsync(cancellation);
        return outcomes;
    }

    /// <summary>Where the seller's ledger stands; null while nothing was ever stored.</summary>
    public async Task<LedgerHead?> FindHeadAsync(SellerId seller, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(seller);
        return await context.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync(cancellation);
    }
}
