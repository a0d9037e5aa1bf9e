namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Marker of the texts of answers to storefronts.</summary>
public sealed class StorefrontText;
