namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>What a buyer is shown, in one language.</summary>
/// <param name="Title">The hint.</param>
/// <param name="Part">How much of the way is gone, from 0 to 1.</param>
/// <param name="Note">What was bought within the window; null for who has the discount.</param>
internal sealed record BuyerHintView(string Title, double Part, string? Note);
