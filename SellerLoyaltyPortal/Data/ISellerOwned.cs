using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// A row of one seller. The context shows only its own seller's rows (query filter) and refuses to write
/// another's (<see cref="SellerScopeInterceptor"/>, which also stamps new rows). An entity is this or
/// <see cref="IPlatformOwned"/>; a test fails on one that is neither.
/// </summary>
public interface ISellerOwned
{
    SellerId SellerId { get; set; }
}
