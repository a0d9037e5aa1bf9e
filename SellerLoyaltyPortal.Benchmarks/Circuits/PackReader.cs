using System.Buffers.Binary;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>Reads MessagePack forward, as far as a hub's messages need it.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Array()
    {
        var code = Take(1)[0];
        return code switch
        {
            >= 0x90 and <= 0x9f => code & 0x0f,
            0xdc => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdd => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw Unexpected(code, "array"),
        };
    }

    public long Integer()
    {
        var code = Take(1)[0];
        return code switch
        {
            < 0x80 => code,
            >= 0xe0 => (sbyte)code,
            0xcc => Take(1)[0],
            0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => (long)BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
            0xd0 => (sbyte)Take(1)[0],
            0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected(code, "integer"),
        };
    }

    public bool Boolean()
    {
        var code = Take(1)[0];
        return code is 0xc2 or 0xc3 ? code == 0xc3 : throw Unexpected(code, "boolean");
    }

    public string? Text()
    {
        var code = Take(1)[0];
        int? length = code switch
        {
            0xc0 => null,
            >= 0xa0 and <= 0xbf => code & 0x1f,
            0xd9 => Take(1)[0],
            0xda => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdb => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw Unexpected(code, "text"),
        };
        return length is { } known ? Encoding.UTF8.GetString(Take(known)) : null;
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var code = Take(1)[0];
        var length = code switch
        {
            0xc4 => Take(1)[0],
            0xc5 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xc6 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            _ => throw Unexpected(code, "bytes"),
        };
        return Take(length);
    }

    /// <summary>A map of texts to texts that nobody reads.</summary>
    public void SkipHeaders()
    {
        var code = Take(1)[0];
        if (code is < 0x80 or > 0x8f)
            throw Unexpected(code, "headers");
        for (var i = 0; i < 2 * (code & 0x0f); i++)
            _ = Text();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Unexpected(byte code, string wanted) =>
        new($"MessagePack: 0x{code:x2} where {wanted} was expected.");
}
