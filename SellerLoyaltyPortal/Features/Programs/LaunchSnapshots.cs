using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Reads what activations froze, for members.</summary>
public sealed class LaunchSnapshots(SellerDbContextFactory contexts)
{
    /// <summary>What a program's snapshot says of itself; null where there is none (never active).</summary>
    public async Task<LaunchFacts?> FindAsync(
        SellerAccess access,
        long program,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var found = await context
            .Set<LaunchSnapshot>()
            .Where(s => s.ProgramId == program)
            // Without the totals, which are megabytes.
            .Select(s => new
            {
                s.AsOf,
                s.LedgerSequence,
                s.TakenAt,
                s.MechanicJson,
                s.Buyers,
                s.Qualified,
                s.Revenue,
                s.QualifiedRevenue,
            })
            .SingleOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new(
                found.AsOf,
                found.LedgerSequence,
                found.TakenAt,
                MechanicJson.Read(found.MechanicJson),
                found.Buyers,
                found.Qualified,
                found.Revenue,
                found.QualifiedRevenue
            );
    }

    /// <summary>
    /// The frozen totals by the buyer's key (<see cref="Columnar.BuyerIndex.TryFindKey"/>), ascending; null
    /// where there is no snapshot.
    /// </summary>
    public async Task<IReadOnlyList<(long BuyerKey, Money Total)>?> TotalsAsync(
        SellerAccess access,
        long program,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var packed = await context
            .Set<LaunchSnapshot>()
            .Where(s => s.ProgramId == program)
            .Select(s => s.Totals)
            .SingleOrDefaultAsync(cancellation);
        return packed is null ? null : FrozenTotals.Unpack(packed);
    }
}
