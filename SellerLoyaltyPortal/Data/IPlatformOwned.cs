namespace SellerLoyaltyPortal.Data;

/// <summary>A row of the marketplace as a whole: sellers, users, memberships. Not filtered by seller.</summary>
public interface IPlatformOwned;
