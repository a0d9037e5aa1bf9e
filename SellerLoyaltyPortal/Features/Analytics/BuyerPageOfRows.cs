namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>A page of a list of buyers.</summary>
/// <param name="Matching">How many buyers match in all.</param>
/// <param name="Rows">Those of this page.</param>
public sealed record BuyerPageOfRows(int Matching, IReadOnlyList<BuyerRow> Rows);
