using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Fetches what an answer starts from: the ledger, the offer's rule, the buyers of a category.</summary>
public sealed class ScopedLedgers(
    LedgerSnapshots snapshots,
    FindCurrentOffer findOffer,
    PurchaseCategories categories
)
{
    internal async Task<ScopedLedger> GetAsync(
        SellerAccess access,
        AnalyticsScope scope,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
    {
        progress?.Report(new(WorkStage.Reading, 0));
        var offer = await findOffer.RunAsync(access, cancellation);
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        var inCategory = scope.Filter.Category is { } category
            ? await categories.BuyersAsync(access, snapshot, category, scope.AsOf, cancellation)
            : null;
        return new(snapshot, scope, offer.Rule, inCategory);
    }

    /// <summary>The categories that a filter can name.</summary>
    public async Task<IReadOnlyList<string>> CategoriesAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        return await categories.ListAsync(access, snapshot, cancellation);
    }
}
