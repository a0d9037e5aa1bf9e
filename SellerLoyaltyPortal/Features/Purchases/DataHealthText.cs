namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Marker of the texts of a ledger's health.</summary>
public sealed class DataHealthText;
