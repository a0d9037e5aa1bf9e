using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The current lines of a seller's ledger at one moment, as columns. Immutable.</summary>
/// <param name="Sequence"><see cref="LedgerHead.Sequence"/> that it shows.</param>
/// <param name="FirstDay">Business day of the first purchase; null for an empty ledger.</param>
/// <param name="LastDay">Business day of the last purchase; null for an empty ledger.</param>
public sealed record LedgerSnapshot(
    SellerId SellerId,
    PurchaseColumns Columns,
    long Sequence,
    DayNumber? FirstDay,
    DayNumber? LastDay,
    int LineCount
);
