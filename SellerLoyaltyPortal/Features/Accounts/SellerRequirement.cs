using Microsoft.AspNetCore.Authorization;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>The person must have at least this role at the seller that the address names.</summary>
public sealed record SellerRequirement(SellerRole AtLeast) : IAuthorizationRequirement;
