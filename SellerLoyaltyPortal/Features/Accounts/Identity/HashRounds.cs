using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// How much work a stored password is. Identity hashes anew what was stored with fewer rounds, but only when its person
/// signs in: until then a wrong password at their account would be answered sooner than at one that does not exist.
/// </summary>
internal static class HashRounds
{
    /// <summary>OWASP's for PBKDF2 with HMAC-SHA-512.</summary>
    public const int Asked = 210_000;

    // Identity's third format: 0x01, then kind of hash, rounds and length of the salt, four bytes each.
    private const byte Format = 0x01;
    private const int RoundsAt = 5;
    private const int HeaderBytes = 13;

    /// <returns>Null for what is no hash of Identity's third format.</returns>
    public static int? Of(string hash)
    {
        var bytes = new byte[hash.Length];
        return
            Convert.TryFromBase64String(hash, bytes, out var length)
            && length >= HeaderBytes
            && bytes[0] == Format
            ? BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(RoundsAt))
            : null;
    }

    /// <summary>Does the work that a hash of fewer rounds has left out.</summary>
    public static void MakeUp(string hash, string password)
    {
        if (Of(hash) is not { } rounds || rounds >= Asked)
            return;
        Rfc2898DeriveBytes.Pbkdf2(password, new byte[16], Asked - rounds, HashAlgorithmName.SHA512, 32);
    }
}
