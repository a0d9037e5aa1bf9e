using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>
/// Tokens that open one buyer's hint for a while. They are sealed with the portal's own keys (encrypted and
/// signed), so that an address shows neither buyer nor seller and can't be made by anybody else. A token names the
/// key that it was made with: it is worth nothing once that key is revoked.
/// </summary>
internal sealed class HintTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int ExpiresAt = sizeof(int);
    private const int KeyAt = ExpiresAt + sizeof(long);
    private const int KeyBytes = 16;
    private const int Head = KeyAt + KeyBytes;

    private readonly IDataProtector _protector = protection.CreateProtector("storefront-hint-2");

    public (string Token, DateTimeOffset Expires) Make(
        SellerId seller,
        Guid key,
        BuyerId buyer,
        TimeSpan lifetime
    )
    {
        // Whole seconds, as it is written.
        var expires = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        var text = Encoding.UTF8.GetBytes(buyer.Value);
        var content = new byte[Head + text.Length];
        BinaryPrimitives.WriteInt32LittleEndian(content, seller.Value);
        BinaryPrimitives.WriteInt64LittleEndian(content.AsSpan(ExpiresAt), expires.ToUnixTimeSeconds());
        key.TryWriteBytes(content.AsSpan(KeyAt));
        text.CopyTo(content, Head);
        return (WebEncoders.Base64UrlEncode(_protector.Protect(content)), expires);
    }

    /// <returns>Null for whatever is no token of ours, and for one whose time is over.</returns>
    public (SellerId Seller, Guid Key, BuyerId Buyer)? Read(string token)
    {
        const int Longest = 4_096;
        if (token.Length is 0 or > Longest)
            return null;
        byte[] content;
        try
        {
            content = _protector.Unprotect(WebEncoders.Base64UrlDecode(token));
        }
        catch (Exception none) when (none is CryptographicException or FormatException)
        {
            return null;
        }
        var expires = BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(ExpiresAt));
        return clock.GetUtcNow().ToUnixTimeSeconds() < expires
            ? (
                new SellerId(BinaryPrimitives.ReadInt32LittleEndian(content)),
                new Guid(content.AsSpan(KeyAt, KeyBytes)),
                new BuyerId(Encoding.UTF8.GetString(content.AsSpan(Head)))
            )
            : null;
    }
}
