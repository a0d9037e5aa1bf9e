using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Bytes on their way into a file: XML is put together here without strings, and leaves in large pieces.</summary>
internal sealed class Utf8Buffer(Stream output) : IDisposable
{
    private const int Size = 512 * 1024;

    /// <summary>Room that a caller may count on after <see cref="MakeRoom"/>: the longest cell, escaped, fits.</summary>
    private const int Room = 256 * 1024;

    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Size);
    private int _used;

    /// <summary>Asked for before each cell.</summary>
    public void MakeRoom()
    {
        if (_used > Size - Room)
            Flush();
    }

    public void Flush()
    {
        output.Write(_bytes, 0, _used);
        _used = 0;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Add(byte single) => _bytes[_used++] = single;

    public void Add(long number)
    {
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_used), out var written);
        _used += written;
    }

    public void Add(double number)
    {
        number.TryFormat(_bytes.AsSpan(_used), out var written, "R", CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>A count of 1/10,000 as a decimal without trailing zeros.</summary>
    public void AddMoney(long tenThousandths)
    {
        if (tenThousandths < 0)
            Add((byte)'-');
        var (whole, rest) = ulong.DivRem(
            tenThousandths < 0 ? 0UL - (ulong)tenThousandths : (ulong)tenThousandths,
            Shared.Money.Scale
        );
        Utf8Formatter.TryFormat(whole, _bytes.AsSpan(_used), out var written);
        _used += written;
        if (rest == 0)
            return;
        Add((byte)'.');
        for (var unit = Shared.Money.Scale / 10UL; rest > 0; unit /= 10)
        {
            Add((byte)('0' + rest / unit));
            rest %= unit;
        }
    }

    /// <summary>XML as it is, in UTF-8; any length.</summary>
    public void AddXml(string xml)
    {
        Flush();
        output.Write(Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>A cell's text, at most <see cref="CellText.Longest"/> long: escaped for cells and for XML.</summary>
    public void AddText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '<':
                    Add("&lt;"u8);
                    break;
                case '>':
                    Add("&gt;"u8);
                    break;
                case '&':
                    Add("&amp;"u8);
                    break;
                case '_' when CellText.LooksEscaped(text, i):
                    Add("_x005F_"u8);
                    break;
                case >= ' ' and < '\u007F':
                    _bytes[_used++] = (byte)c;
                    break;
                default:
                    if (char.IsSurrogate(c))
                    {
                        // Half a character becomes the replacement sign.
                        Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var consumed);
                        _used += rune.EncodeToUtf8(_bytes.AsSpan(_used));
                        i += consumed - 1;
                    }
                    else if (CellText.IsPlain(c))
                        _used += new Rune(c).EncodeToUtf8(_bytes.AsSpan(_used));
                    else
                        AddEscape(c);
                    break;
            }
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void AddEscape(char c)
    {
        Add("_x"u8);
        Utf8Formatter.TryFormat((int)c, _bytes.AsSpan(_used), out var written, new StandardFormat('X', 4));
        _used += written;
        Add((byte)'_');
    }
}
