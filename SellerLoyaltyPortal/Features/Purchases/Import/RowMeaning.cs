using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>What a reader must know of the seller to understand a row.</summary>
/// <param name="Currency">Of the ledger; null where the caller has none to compare with.</param>
/// <param name="Hash">Null where no mapping asks for it.</param>
internal sealed record RowMeaning(Instants Instants, Currency? Currency = null, BuyerHash? Hash = null);
