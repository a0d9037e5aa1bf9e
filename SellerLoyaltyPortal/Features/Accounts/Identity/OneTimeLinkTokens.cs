using Microsoft.AspNetCore.Identity;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Tokens of the links by which a person sets a password. Single use: a token holds the security stamp,
/// which setting a password renews.
/// </summary>
internal sealed class OneTimeLinkTokens(ExpiringTokens tokens) : IUserTwoFactorTokenProvider<PortalUser>
{
    public const string ProviderName = "OneTimeLink";

    public async Task<string> GenerateAsync(
        string purpose,
        UserManager<PortalUser> manager,
        PortalUser user
    ) => tokens.Write(purpose, await MarkOf(manager, user));

    public async Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<PortalUser> manager,
        PortalUser user
    ) => tokens.Read(purpose, token) == await MarkOf(manager, user);

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<PortalUser> manager, PortalUser user) =>
        Task.FromResult(false);

    private static async Task<string> MarkOf(UserManager<PortalUser> manager, PortalUser user) =>
        $"{user.Id:N} {await manager.GetSecurityStampAsync(user)}";
}
