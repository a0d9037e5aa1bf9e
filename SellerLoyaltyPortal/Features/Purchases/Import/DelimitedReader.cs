using System.Buffers;
using System.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Splits delimited text (RFC 4180, with any delimiter) into records of fields, without a string a field
/// and with memory bounded whatever the text is like. A line break in quotes begins no record.
/// </summary>
internal sealed class DelimitedReader(TextReader text, char delimiter) : RecordReader
{
    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']),
    ]);

    private readonly List<(int Start, int Length)> _fields = [];
    private char[] _buffer = new char[1 << 16];
    private int _origin;
    private int _end;
    private int _length;
    private bool _ended;
    private bool _started;

    public override char Delimiter => delimiter;

    public override int FieldCount => _fields.Count;

    public override ReadOnlySpan<char> this[int field] =>
        _buffer.AsSpan(_origin + _fields[field].Start, _fields[field].Length);

    /// <exception cref="UnreadableFileException">A record is too long, or a quote is never closed.</exception>
    public override bool Read()
    {
        if (_started)
            _origin += _length;
        _started = true;
        _fields.Clear();
        HasStrayQuote = HasControlCharacter = false;
        _length = 0;
        if (_origin == _end && !Fill())
            return false;
        Row++;
        var at = 0;
        bool more;
        do
        {
            if (_fields.Count == MaxFields)
                throw new UnreadableFileException(new Error("FileHasTooManyColumns", null, Row, MaxFields));
            more = At(at) == '"' ? ReadQuoted(ref at) : ReadPlain(ref at);
        } while (more);
        _length = at;
        HasControlCharacter = _buffer.AsSpan(_origin, at).ContainsAny(ControlCharacters);
        return true;
    }

    private bool ReadPlain(ref int at)
    {
        var start = at;
        while (true)
        {
            var rest = _buffer.AsSpan(_origin + at, _end - _origin - at);
            var found = rest.IndexOfAny(delimiter, '\n', '\r');
            if (found >= 0)
            {
                at += found;
                _fields.Add((start, at - start));
                return EndField(ref at);
            }
            at += rest.Length;
            if (!Fill())
            {
                _fields.Add((start, at - start));
                return false;
            }
        }
    }

    // The content moves to the left over the quotes that are taken out; "" stands for one quote.
    private bool ReadQuoted(ref int at)
    {
        var start = ++at;
        var write = start;
        while (true)
        {
            var rest = _buffer.AsSpan(_origin + at, _end - _origin - at);
            var found = rest.IndexOf('"');
            var taken = found < 0 ? rest.Length : found;
            if (write != at)
                rest[..taken].CopyTo(_buffer.AsSpan(_origin + write));
            write += taken;
            at += taken;
            if (found < 0)
            {
                if (!Fill())
                    throw new UnreadableFileException(new Error("FileHasOpenQuote", null, Row));
                continue;
            }
            at++;
            if (At(at) != '"')
                break;
            _buffer[_origin + write++] = '"';
            at++;
        }
        _fields.Add((start, write - start));
        var next = At(at);
        if (next is null || next == delimiter || next is '\n' or '\r')
            return EndField(ref at);
        HasStrayQuote = true;
        _fields.RemoveAt(_fields.Count - 1);
        return ReadPlain(ref at);
    }

    /// <returns>Whether another field of the record follows.</returns>
    private bool EndField(ref int at)
    {
        var end = At(at);
        if (end is null)
            return false;
        at++;
        if (end == delimiter)
            return true;
        if (end == '\r' && At(at) == '\n')
            at++;
        return false;
    }

    private char? At(int offset) => _origin + offset < _end || Fill() ? _buffer[_origin + offset] : null;

    // Gets more text behind what is there of the current record, which moves to the start of the buffer.
    private bool Fill()
    {
        if (_ended)
            return false;
        var kept = _end - _origin;
        if (kept > MaxRecordLength)
            throw new UnreadableFileException(new Error("FileHasTooLongRow", null, Row));
        if (_origin > 0)
            _buffer.AsSpan(_origin, kept).CopyTo(_buffer);
        (_origin, _end) = (0, kept);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        int read;
        try
        {
            read = text.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(new Error("FileIsNotUtf8", null, Row));
        }
        _end += read;
        _ended = read == 0;
        return !_ended;
    }
}
