using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A person who signs in. What they may do at a seller stands in <see cref="SellerMembership"/>.</summary>
public sealed class PortalUser : IdentityUser<Guid>, IPlatformOwned
{
    public required string DisplayName { get; set; }

    /// <summary>Language of the person's pages and files: <c>ru</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "ru";

    /// <summary>The half minute whose authenticator code was used last: a code opens the door once.</summary>
    public long? LastCodeStep { get; set; }
}
