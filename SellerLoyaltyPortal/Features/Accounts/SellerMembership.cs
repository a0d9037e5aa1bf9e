using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// A person's place at a seller. Platform-owned because it is what decides which sellers a person may
/// enter, and so is read before any seller is chosen.
/// </summary>
public sealed class SellerMembership : IPlatformOwned
{
    public required SellerId SellerId { get; init; }

    public required Guid UserId { get; init; }

    public required SellerRole Role { get; set; }
}
