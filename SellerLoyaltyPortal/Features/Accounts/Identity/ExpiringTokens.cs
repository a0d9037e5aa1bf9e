using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Text that only this portal can have written, for some days, in a form that fits into an address.
/// Identity's own tokens do the same but ask the wall clock.
/// </summary>
internal sealed class ExpiringTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>A link waits for somebody to come back from a holiday, not longer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const char Separator = '\n';

    /// <param name="purpose">A token of one purpose is no token of another.</param>
    public string Write(string purpose, string content)
    {
        var issued = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(issued + Separator + content);
        return WebEncoders.Base64UrlEncode(Protector(purpose).Protect(bytes));
    }

    /// <summary>What was written; null where the token is none of ours or has expired.</summary>
    public string? Read(string purpose, string? token)
    {
        var parts = Unprotect(purpose, token)?.Split(Separator, 2);
        return
            parts is [var issuedText, var content]
            && long.TryParse(issuedText, NumberStyles.None, CultureInfo.InvariantCulture, out var issued)
            && clock.GetUtcNow() <= DateTimeOffset.FromUnixTimeMilliseconds(issued) + Lifetime
            ? content
            : null;
    }

    private IDataProtector Protector(string purpose) =>
        protection.CreateProtector(typeof(ExpiringTokens).FullName!, purpose);

    private string? Unprotect(string purpose, string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            return Encoding.UTF8.GetString(Protector(purpose).Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        // Anyone can type anything into an address: a wrong token is an answer, not an error.
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
