using System.Security.Claims;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>A machine that has shown a seller's key.</summary>
internal sealed class ApiKeyIdentity(SellerAccess access, IEnumerable<Claim> claims)
    : ClaimsIdentity(claims, ApiKeyAuthentication.SchemeName)
{
    public SellerAccess Access { get; } = access;
}
