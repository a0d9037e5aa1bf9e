using System.Buffers.Binary;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>A 64-bit hash that is the same in every process.</summary>
internal static class StableHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Mix((ulong)bytes.Length + Prime);
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        var rest = 0UL;
        for (var i = 0; i < bytes.Length; i++)
            rest |= (ulong)bytes[i] << (8 * i);
        return Mix(hash ^ rest);
    }

    // The finalizer of MurmurHash3 (public domain): every input bit reaches every output bit.
    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCD;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
