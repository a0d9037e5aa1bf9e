using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Tokens of the links by which a person sets a password. Single use: a token holds the security stamp,
/// which setting a password renews. Identity's own provider does the same but asks the wall clock.
/// </summary>
internal sealed class OneTimeLinkTokens(IDataProtectionProvider protection, TimeProvider clock)
    : IUserTwoFactorTokenProvider<PortalUser>
{
    public const string ProviderName = "OneTimeLink";

    /// <summary>An invitation waits for somebody to come back from a holiday, not longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const char Separator = '\n';

    private readonly IDataProtector _protector = protection.CreateProtector(
        typeof(OneTimeLinkTokens).FullName!
    );

    public async Task<string> GenerateAsync(string purpose, UserManager<PortalUser> manager, PortalUser user)
    {
        var issued = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var content = string.Join(Separator, issued, await MarkOf(purpose, manager, user));
        return WebEncoders.Base64UrlEncode(_protector.Protect(System.Text.Encoding.UTF8.GetBytes(content)));
    }

    public async Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<PortalUser> manager,
        PortalUser user
    )
    {
        var parts = Read(token)?.Split(Separator, 2);
        if (
            parts is not [var issuedText, var mark]
            || !long.TryParse(issuedText, NumberStyles.None, CultureInfo.InvariantCulture, out var issued)
        )
            return false;
        return clock.GetUtcNow() <= DateTimeOffset.FromUnixTimeMilliseconds(issued) + Lifetime
            && mark == await MarkOf(purpose, manager, user);
    }

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<PortalUser> manager, PortalUser user) =>
        Task.FromResult(false);

    private static async Task<string> MarkOf(
        string purpose,
        UserManager<PortalUser> manager,
        PortalUser user
    ) => string.Join(Separator, purpose, user.Id, await manager.GetSecurityStampAsync(user));

    private string? Read(string token)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(
                _protector.Unprotect(WebEncoders.Base64UrlDecode(token))
            );
        }
        // What anyone can type into an address: a wrong token is an answer, not an error.
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
