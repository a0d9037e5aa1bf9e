using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Links by which somebody who has an account joins a seller. A link dies with the person's security stamp,
/// which removing a member renews: nobody comes back by an old link.
/// </summary>
internal sealed class JoinLinks(ExpiringTokens tokens)
{
    private const string Purpose = "Join";

    public string Create(SellerAccess inviter, PortalUser person, SellerRole role) =>
        QueryHelpers.AddQueryString(
            AccountAddresses.Join,
            "token",
            tokens.Write(
                Purpose,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{inviter.SellerId} {role} {inviter.UserId:N} {person.Id:N} {person.SecurityStamp}"
                )
            )
        );

    /// <summary>What the link says; null where it is none, has expired, or is another person's.</summary>
    public Offer? Read(string? token, PortalUser person)
    {
        if (
            tokens.Read(Purpose, token)?.Split(' ')
            is not [var seller, var role, var inviter, var invited, var stamp]
        )
            return null;
        return
            invited == person.Id.ToString("N", CultureInfo.InvariantCulture) && stamp == person.SecurityStamp
            ? new Offer(
                new SellerId(int.Parse(seller, CultureInfo.InvariantCulture)),
                Enum.Parse<SellerRole>(role),
                Guid.ParseExact(inviter, "N")
            )
            : null;
    }

    internal sealed record Offer(SellerId Seller, SellerRole Role, Guid Inviter);
}
