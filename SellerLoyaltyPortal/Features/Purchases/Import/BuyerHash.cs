using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Makes pseudonyms of what names a buyer: HMAC-SHA256 with the seller's own key, of which 128 bits are
/// kept. The same text gives the same pseudonym at one seller, and none that can be compared at another.
/// </summary>
internal sealed class BuyerHash(byte[] key)
{
    private const string Prefix = "h-";
    private const int Kept = 16;

    // The buyer of a line is mostly that of the line before.
    private readonly (string Text, string Pseudonym)?[] _recent = new (string, string)?[4096];

    /// <summary>Small and capital letters and blanks around make no other buyer.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        ref var recent = ref _recent[
            (uint)string.GetHashCode(text, StringComparison.Ordinal) % (uint)_recent.Length
        ];
        if (recent is { } known && text.SequenceEqual(known.Text))
            return known.Pseudonym;
        var given = text.ToString();
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(given.ToLower(CultureInfo.InvariantCulture)), hash);
        var pseudonym = Prefix + Convert.ToHexStringLower(hash[..Kept]);
        recent = (given, pseudonym);
        return pseudonym;
    }
}
