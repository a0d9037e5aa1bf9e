using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>
/// A key is <c>slp_</c> and 43 characters of base64url: 256 random bits. The fixed start lets scanners of
/// published source find one that leaked.
/// </summary>
internal static class ApiKeySecret
{
    public const string Start = "slp_";

    private const int RandomBytes = 32;

    /// <summary>Characters shown to recognise a key: the start and six of the random ones.</summary>
    private const int ShownCharacters = 10;

    public static readonly int Length = Start.Length + Base64Url.GetEncodedLength(RandomBytes);

    public static string New() =>
        Start + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static string PrefixOf(string secret) => secret[..ShownCharacters];

    public static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether it could be a key at all: anything else is refused without a look at the database.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<char> text) =>
        text.Length == Length && text.StartsWith(Start, StringComparison.Ordinal) && Ascii.IsValid(text);
}
