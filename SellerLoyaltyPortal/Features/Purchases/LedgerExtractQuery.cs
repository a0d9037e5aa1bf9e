using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Which lines of a ledger.</summary>
/// <param name="SellerId">Whose.</param>
/// <param name="Sequence">As the ledger stood at this number.</param>
/// <param name="From">First instant of the purchases, included.</param>
/// <param name="Before">First instant that is not.</param>
public sealed record LedgerExtractQuery(
    SellerId SellerId,
    long Sequence,
    DateTimeOffset From,
    DateTimeOffset Before
);
