using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The sums over the lines of a <see cref="LedgerExtractQuery"/>.</summary>
public sealed record LedgerExtractTotals(
    int Lines,
    long Quantity,
    Money ListAmount,
    Money SellerAmount,
    Money PaidAmount,
    long ReturnedQuantity
);
