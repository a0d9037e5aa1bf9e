using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Stores what goods cost: rows without a fault are added or take the place of known ones, all or none.</summary>
public sealed class SaveGoodsCosts(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    TimeProvider clock
)
{
    /// <returns>How many costs the seller has afterwards, and how many are new or changed.</returns>
    public async Task<Result<(int Known, int Changed)>> RunAsync(
        SellerAccess access,
        GoodsCostRows rows,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return ProgramRules.OwnerRightsNeeded;
        if (rows.ErrorCount > 0)
            return new Error("GoodsCostsHaveFaults", null, rows.ErrorCount);
        await using var context = contexts.ForSeller(access.SellerId);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var known = await context
            .Set<GoodsCost>()
            .ToDictionaryAsync(c => c.Sku, StringComparer.Ordinal, cancellation);
        var (before, changed) = (known.Count, 0);
        foreach (var (sku, cost) in rows.Costs)
        {
            if (known.TryGetValue(sku, out var stored) && stored.Cost == cost)
                continue;
            changed++;
            if (stored is null)
                context.Add(known[sku] = new GoodsCost { Sku = sku, Cost = cost });
            else
                stored.Cost = cost;
        }
        Note(context, access, before, known.Count, changed);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (known.Count, changed);
    }

    /// <summary>Forgets all costs.</summary>
    public async Task<Result<int>> ClearAsync(SellerAccess access, CancellationToken cancellation)
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return ProgramRules.OwnerRightsNeeded;
        await using var context = contexts.ForSeller(access.SellerId);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var removed = await context.Set<GoodsCost>().ExecuteDeleteAsync(cancellation);
        Note(context, access, removed, 0, removed);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return removed;
    }

    private void Note(PortalDbContext context, SellerAccess access, int before, int after, int changed)
    {
        if (changed == 0)
            return;
        var now = clock.GetUtcNow();
        context.Audit(
            now,
            access.Actor,
            access.SellerId,
            AuditAction.CostsChanged,
            subject: null,
            new AuditDetail(AuditDetail.Kind, nameof(EconomicsChangeKind.GoodsCosts))
        );
        context.Add(
            new EconomicsChange
            {
                Kind = EconomicsChangeKind.GoodsCosts,
                At = now,
                By = access.UserId,
                BeforeJson = EconomicsRecord.DescribeGoods(before, null),
                AfterJson = EconomicsRecord.DescribeGoods(after, changed),
            }
        );
    }
}
