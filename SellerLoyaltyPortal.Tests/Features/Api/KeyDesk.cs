using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Api.Http;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Api;

/// <summary>Machines of the portal under test: makes keys as an owner does, and clients that send them.</summary>
public static class KeyDesk
{
    /// <summary>What the card of the keys needs in a component test.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services) =>
        services
            .AddSingleton<KeyUses>()
            .AddSingleton<KnownKeys>()
            .AddSingleton<CreateApiKey>()
            .AddSingleton<RevokeApiKey>()
            .AddSingleton<ListApiKeys>();

    public static async Task<IssuedApiKey> MakeKeyAsync(
        this PortalWebFactory portal,
        SellerAccess owner,
        params ApiScope[] scopes
    ) =>
        (
            await portal
                .Services.GetRequiredService<CreateApiKey>()
                .RunAsync(owner, "test machine", scopes, CancellationToken.None)
        ).Value;

    public static HttpClient WithKey(this PortalWebFactory portal, string secret)
    {
        var client = portal.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>A client of a machine of this seller. Without scopes: with all of them.</summary>
    public static async Task<HttpClient> MachineAsync(
        this PortalWebFactory portal,
        Seller seller,
        params ApiScope[] scopes
    )
    {
        var owner = await portal.AddMemberAsync(
            seller,
            SellerRole.Owner,
            $"keys-of-{seller.Slug}-{Guid.NewGuid():N}"
        );
        var access = await portal.AccessOfAsync(owner, seller);
        var key = await portal.MakeKeyAsync(access, scopes.Length == 0 ? [.. ApiScopes.All] : scopes);
        return portal.WithKey(key.Secret);
    }
}
