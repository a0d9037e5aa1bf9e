namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>What in a column tells who somebody is. It is never stored as it stands.</summary>
public enum PersonalKind
{
    None,
    Email,
    Phone,
    Name,
    Address,
}
