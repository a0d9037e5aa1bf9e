namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>Of what the prices of a file are.</summary>
public enum PriceMeaning
{
    OnePiece,
    WholeLine,
}
