using SellerLoyaltyPortal.Features.Api.Http;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary><c>GET /api/v1/seller</c>: whose key this is and what it may do. For the first try of a new key.</summary>
internal static class SellerEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapApiGroup(ApiScopes.AnyKey, "Seller")
            .MapGet("seller", Get)
            .WithName("GetSeller")
            .WithSummary("The seller that the key belongs to, and the key's scopes.");

    private static Answer Get(HttpContext context, TimeProvider clock)
    {
        var access = context.Caller();
        var today = access.Calendar.DayOf(clock.GetUtcNow());
        return new(
            access.Slug,
            access.Name,
            access.Currency.Code,
            access.Calendar.Zone.Id,
            today.ToString(),
            [
                .. context
                    .User.FindAll(ApiKeyAuthentication.ScopeClaim)
                    .Select(c => c.Value)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    /// <param name="Seller">The seller's name in addresses.</param>
    /// <param name="Name">The seller's name for people.</param>
    /// <param name="Currency">ISO 4217; every amount of this seller is in it.</param>
    /// <param name="TimeZone">IANA name of the zone whose calendar dates are the business days.</param>
    /// <param name="BusinessDay">Today, by the seller's calendar (yyyy-MM-dd).</param>
    /// <param name="Scopes">What the key may do.</param>
    internal sealed record Answer(
        string Seller,
        string Name,
        string Currency,
        string TimeZone,
        string BusinessDay,
        IReadOnlyList<string> Scopes
    );
}
