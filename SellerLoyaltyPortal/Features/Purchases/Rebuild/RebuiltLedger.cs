namespace SellerLoyaltyPortal.Features.Purchases.Rebuild;

/// <summary>What was found when one seller's derived numbers were made anew from the ledger.</summary>
/// <param name="Slug">The seller.</param>
/// <param name="Lines">Current lines of the ledger.</param>
/// <param name="Buyers">Buyers known to the seller.</param>
/// <param name="Mended">Whether what was stored differed and now does not.</param>
public sealed record RebuiltLedger(string Slug, long Lines, long Buyers, bool Mended);
