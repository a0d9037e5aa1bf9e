using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// The unit cost that a seller's costs by article come to: weighed by what was sold and kept over the last year. It goes
/// over every line of the year, so it is kept for an hour; new costs make it anew at once.
/// </summary>
public sealed class GoodsCostShare(
    SellerDbContextFactory contexts,
    GoodsCosts goodsCosts,
    GoodsSales goodsSales,
    SellerDays days,
    TimeProvider clock
)
{
    /// <summary>Costs of less of the revenue than this say nothing of the whole.</summary>
    public const double LeastCoverage = 0.5;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<SellerId, Kept> _kept = new();

    /// <returns>The share, and which part of the revenue the costs are of; null where they say too little.</returns>
    public async Task<(Percent UnitCost, double Coverage)?> FindAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        if (await LastChangeAsync(access, cancellation) is not { } change)
            return null;
        if (
            _kept.TryGetValue(access.SellerId, out var kept)
            && kept.Change == change
            && clock.GetElapsedTime(kept.At) < KeptFor
        )
            return kept.Found;
        var found = await CountAsync(access, cancellation);
        _kept[access.SellerId] = new(change, clock.GetTimestamp(), found);
        return found;
    }

    private async Task<(Percent, double)?> CountAsync(SellerAccess access, CancellationToken cancellation)
    {
        var costs = await goodsCosts.AllAsync(access, cancellation);
        if (costs.Count == 0)
            return null;
        var day = await days.GetAsync(access, cancellation);
        var sold = await goodsSales.BetweenAsync(
            access,
            EligibilityRule.Default.WindowOn(day.DefaultAsOf),
            cancellation
        );
        var margins = GoodsMargins.Of(
            sold.Select(g => (g.Sku, g.Pieces, g.Revenue)),
            costs,
            UnitMargins.Of(UnitEconomics.Default, default),
            default
        );
        if (margins.CostShare is not { } share || margins.Revenue <= Money.Zero)
            return null;
        var coverage = (double)(margins.RevenueWithCost.ToDecimal() / margins.Revenue.ToDecimal());
        if (coverage < LeastCoverage || share > 2)
            return null;
        return (new Percent((int)decimal.Round(share * Percent.Whole)), coverage);
    }

    /// <summary>The newest change of costs by article; null while there was none.</summary>
    private async Task<long?> LastChangeAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(access.SellerId);
        return await context
            .Set<EconomicsChange>()
            .Where(c => c.Kind == EconomicsChangeKind.GoodsCosts)
            .MaxAsync(c => (long?)c.Id, cancellation);
    }

    private sealed record Kept(long Change, long At, (Percent, double)? Found);
}
