namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>The text for a buyer.</summary>
/// <param name="Ru">The hint in Russian.</param>
/// <param name="En">"900 ₽ left to a discount of 10%"</param>
public sealed record OfferHint(string Ru, string En);
