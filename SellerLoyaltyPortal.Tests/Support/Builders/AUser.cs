using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Support.Builders;

/// <summary>Valid people.</summary>
public static class AUser
{
    public static PortalUser Named(string name)
    {
        var email = name + "@example.test";
        return new()
        {
            Id = Guid.NewGuid(),
            DisplayName = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
    }

    public static SellerMembership MemberOf(this PortalUser user, Seller seller, SellerRole role) =>
        new()
        {
            SellerId = seller.Id,
            UserId = user.Id,
            Role = role,
        };
}
