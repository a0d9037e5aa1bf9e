using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>The authenticator app in a test person's pocket: it knows the key and the portal's clock.</summary>
public static class AppCodes
{
    /// <summary>Gives the person a second step.</summary>
    public static async Task TurnOnAsync(IServiceProvider services, Guid userId)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = (await users.FindByIdAsync(userId.ToString()))!;
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
    }

    /// <summary>A code that was not used before: the clock moves on by half a minute first.</summary>
    public static async Task<string> NextAsync(PortalWebFactory portal, Guid userId)
    {
        portal.Clock.Advance(TimeSpan.FromSeconds(AuthenticatorCodes.StepSeconds));
        return Of(await KeyAsync(portal.Services, userId), portal.Clock.GetUtcNow());
    }

    public static string Of(string key, DateTimeOffset at) =>
        AuthenticatorCodes.Code(Base32.Read(key), at.ToUnixTimeSeconds() / AuthenticatorCodes.StepSeconds);

    public static async Task<string> KeyAsync(IServiceProvider services, Guid userId)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        return (await users.GetAuthenticatorKeyAsync((await users.FindByIdAsync(userId.ToString()))!))!;
    }
}
