using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// The first sheet of a workbook (.xlsx), row by row. A formula is the value that was saved with it, a date
/// is a date however it is shown, a number has at most the fifteen digits that spreadsheet programs show.
/// </summary>
internal sealed class WorkbookReader : RecordReader
{
    private const int MostParts = 10_000;

    /// <summary>The texts of a workbook are the one thing in it that has to be in memory as a whole.</summary>
    private const long MaxTextBytes = 96L << 20;

    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']),
    ]);

    private readonly IExcelDataReader _sheet;
    private readonly List<(int Start, int Length)> _fields = [];
    private char[] _buffer = new char[1 << 12];
    private int _length;
    private int _width;

    // The library asks for Windows-1252 whatever a file is like.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookReader(IExcelDataReader sheet) => _sheet = sheet;

    public override char Delimiter => '\t';

    public override int FieldCount => _fields.Count;

    /// <summary>Rows of the sheet, blank ones included.</summary>
    public long RowCount => Math.Max(1, _sheet.RowCount);

    public override ReadOnlySpan<char> this[int field] =>
        _buffer.AsSpan(_fields[field].Start, _fields[field].Length);

    /// <param name="content">Can seek; it stays open.</param>
    /// <param name="maxContentBytes">Most that the workbook may come to, unpacked.</param>
    /// <exception cref="UnreadableFileException">It is none, or too large.</exception>
    public static WorkbookReader Open(Stream content, long maxContentBytes) =>
        Guarded(() =>
        {
            Measure(content, maxContentBytes);
            content.Position = 0;
            return new WorkbookReader(
                ExcelReaderFactory.CreateOpenXmlReader(content, new() { LeaveOpen = true })
            );
        });

    public override bool Read()
    {
        _fields.Clear();
        _length = 0;
        HasControlCharacter = false;
        if (!Guarded(_sheet.Read))
            return false;
        Row++;
        var last = -1;
        for (var i = 0; i < _sheet.FieldCount; i++)
        {
            var start = _length;
            Append(TextOf(i));
            if (_length > start)
                last = i;
            if (_length > MaxRecordLength)
                throw new UnreadableFileException(new Error("FileHasTooLongRow", null, Row));
            if (i >= MaxFields)
            {
                if (last >= MaxFields)
                    throw new UnreadableFileException(
                        new Error("FileHasTooManyColumns", null, Row, MaxFields)
                    );
                break;
            }
            _fields.Add((start, _length - start));
        }
        // Cells that were once touched stand empty behind the last one that says anything.
        if (_width == 0)
            _width = last + 1;
        var width = last < 0 ? 0 : Math.Max(_width, last + 1);
        if (_fields.Count > width)
            _fields.RemoveRange(width, _fields.Count - width);
        while (_fields.Count < width)
            _fields.Add((_length, 0));
        HasControlCharacter = _buffer.AsSpan(0, _length).ContainsAny(ControlCharacters);
        return true;
    }

    public override void Dispose()
    {
        _sheet.Dispose();
        base.Dispose();
    }

    private string TextOf(int column) =>
        _sheet.GetValue(column) switch
        {
            null => "",
            string text => text,
            bool yes => yes ? "true" : "false",
            int whole => whole.ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("G15", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            // A time is a fraction of a day there: half a millisecond more, so that 08:26 is not 08:25:59.
            DateTime moment => moment
                .AddMilliseconds(0.5)
                .ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };

    private void Append(string text)
    {
        if (_length + text.Length > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + text.Length));
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    // What a part says of its own size may be a lie, so each is unpacked once, into nothing.
    private static void Measure(Stream content, long maxContentBytes)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostParts)
            throw new UnreadableFileException(new Error("FileIsDamagedWorkbook"));
        var block = new byte[1 << 16];
        long total = 0;
        foreach (var part in archive.Entries)
        {
            var isText = part.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);
            using var unpacked = part.Open();
            long size = 0;
            int read;
            while ((read = unpacked.Read(block)) > 0)
            {
                size += read;
                total += read;
                if (total > maxContentBytes)
                    throw new UnreadableFileException(
                        new Error("FileContentTooLarge", null, maxContentBytes / 1_048_576)
                    );
                if (isText && size > MaxTextBytes)
                    throw new UnreadableFileException(
                        new Error("WorkbookHasTooManyTexts", null, MaxTextBytes / 1_048_576)
                    );
            }
        }
    }

    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception damaged)
            when (damaged
                    is ExcelReaderException
                        or InvalidDataException
                        or XmlException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or EndOfStreamException
            )
        {
            // The library says in many ways that a workbook is not what it should be.
            throw new UnreadableFileException(new Error("FileIsDamagedWorkbook"));
        }
    }
}
