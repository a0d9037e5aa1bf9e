namespace SellerLoyaltyPortal.Features.Purchases;

/// <param name="Count">How many rows have this error.</param>
/// <param name="Rows">All of them: <c>2-5, 9</c>.</param>
public sealed record RowErrorGroup(string Column, RowErrorReason Reason, long Count, string Rows);
