using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>Writes the few MessagePack forms that a hub's messages are made of.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Array(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 15);
        Byte((byte)(0x90 | count));
    }

    public void EmptyMap() => Byte(0x80);

    public void Nil() => Byte(0xc0);

    public void Boolean(bool value) => Byte(value ? (byte)0xc3 : (byte)0xc2);

    public void Integer(long value)
    {
        if (value is >= 0 and < 128)
        {
            Byte((byte)value);
            return;
        }
        Byte(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Nil();
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        if (length < 32)
            Byte((byte)(0xa0 | length));
        else
        {
            Byte(0xdb);
            BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), length);
            _bytes.Advance(4);
        }
        _bytes.Advance(Encoding.UTF8.GetBytes(value, _bytes.GetSpan(Math.Max(length, 1))));
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
