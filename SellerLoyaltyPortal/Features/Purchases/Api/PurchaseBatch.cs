namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>The body of <c>POST /api/v1/purchases</c>: for the description; it is read by <see cref="Events.EventReader"/>.</summary>
/// <param name="Lines">From 1 to 10,000.</param>
public sealed record PurchaseBatch(IReadOnlyList<PurchaseEvent> Lines);
