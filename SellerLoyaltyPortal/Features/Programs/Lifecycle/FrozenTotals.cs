using System.Buffers;
using System.Buffers.Binary;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Buyers' keys and totals in about five bytes a buyer: a format number, the count, then each key as its
/// distance to the one before (keys ascend) and each total in 1/10,000, both as variable-length numbers.
/// </summary>
internal static class FrozenTotals
{
    private const byte Format = 1;

    /// <param name="totals">Ascending by key, each key once and not negative.</param>
    public static byte[] Pack(IReadOnlyList<(long Key, Money Total)> totals)
    {
        var packed = new ArrayBufferWriter<byte>(16 + 6 * totals.Count);
        packed.GetSpan(5)[0] = Format;
        BinaryPrimitives.WriteInt32LittleEndian(packed.GetSpan(5)[1..], totals.Count);
        packed.Advance(5);
        var before = 0L;
        foreach (var (key, total) in totals)
        {
            if (key < before)
                throw new ArgumentException("The keys do not ascend.", nameof(totals));
            Write(packed, (ulong)(key - before));
            // The sign goes to the lowest bit, so that small negative totals stay short.
            Write(packed, (ulong)(total.TenThousandths << 1) ^ (ulong)(total.TenThousandths >> 63));
            before = key;
        }
        return packed.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">The bytes are not what <see cref="Pack"/> makes.</exception>
    public static IReadOnlyList<(long Key, Money Total)> Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 5 || packed[0] != Format)
            throw new FormatException("The frozen totals are of a format that this portal can't read.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(packed[1..]);
        packed = packed[5..];
        // Each takes two bytes at least: a damaged count must not allocate the world.
        if (count < 0 || count > packed.Length / 2)
            throw new FormatException("The frozen totals are cut off.");
        var totals = new (long, Money)[count];
        var key = 0L;
        for (var i = 0; i < count; i++)
        {
            key += (long)Read(ref packed);
            var total = Read(ref packed);
            totals[i] = (key, new Money((long)(total >> 1) ^ -(long)(total & 1)));
        }
        return packed.IsEmpty ? totals : throw new FormatException("The frozen totals have bytes left over.");
    }

    private static void Write(ArrayBufferWriter<byte> packed, ulong number)
    {
        var room = packed.GetSpan(10);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
            room[length++] = (byte)(number | 0x80);
        room[length++] = (byte)number;
        packed.Advance(length);
    }

    private static ulong Read(ref ReadOnlySpan<byte> packed)
    {
        var number = 0UL;
        for (var i = 0; i < packed.Length && i < 10; i++)
        {
            number |= (ulong)(packed[i] & 0x7F) << (7 * i);
            if (packed[i] >= 0x80)
                continue;
            packed = packed[(i + 1)..];
            return number;
        }
        throw new FormatException("The frozen totals are cut off.");
    }
}
