using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>A key's SHA-256 as a value: what the table of known keys is looked up by, without an allocation.</summary>
public readonly record struct KeyDigest(ulong A, ulong B, ulong C, ulong D)
{
    public static KeyDigest Of(ReadOnlySpan<char> secret)
    {
        Span<byte> text = stackalloc byte[128];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetBytes(secret, text);
        SHA256.HashData(text[..length], hash);
        return From(hash);
    }

    public static KeyDigest From(ReadOnlySpan<byte> hash)
    {
        var parts = MemoryMarshal.Cast<byte, ulong>(hash);
        return new(parts[0], parts[1], parts[2], parts[3]);
    }

    public byte[] ToArray()
    {
        var parts = new[] { A, B, C, D };
        return MemoryMarshal.AsBytes(parts.AsSpan()).ToArray();
    }
}
