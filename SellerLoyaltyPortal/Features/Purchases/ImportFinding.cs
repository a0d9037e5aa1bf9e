namespace SellerLoyaltyPortal.Features.Purchases;

/// <param name="Count">Rows of which it is true.</param>
/// <param name="LeftOut">How many of them were left out (for this or another reason).</param>
/// <param name="Rows">All of them: <c>2-5, 9</c>.</param>
public sealed record ImportFinding(FindingKind Kind, long Count, long LeftOut, string Rows);
