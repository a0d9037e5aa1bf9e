using System.IO.Compression;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// A file of purchases: text, unpacked where it is gzip, or a workbook. Bytes that are no UTF-8, damaged
/// archives and contents beyond the limit are told as <see cref="UnreadableFileException"/>.
/// </summary>
internal sealed class PurchaseSource : IDisposable
{
    private static readonly byte[] ZipMark = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] GzipMark = [0x1F, 0x8B];

    private readonly MeasuredStream _file;
    private readonly TextReader? _text;
    private readonly WorkbookReader? _workbook;
    private readonly string? _workbookHash;
    private readonly long _length;

    private PurchaseSource(MeasuredStream file, TextReader text, FileDialect dialect) =>
        (_file, _text, Dialect) = (file, text, dialect);

    private PurchaseSource(MeasuredStream file, WorkbookReader workbook, string hash, long length)
    {
        (_file, _workbook, _workbookHash, _length) = (file, workbook, hash, length);
        Dialect = new FileDialect(FileDialect.Workbook, workbook.Delimiter);
    }

    public FileDialect Dialect { get; }

    public bool IsWorkbook => _workbook is not null;

    /// <summary>Bytes of the file that were read; of a workbook the share of its rows.</summary>
    public long BytesRead =>
        _workbook is null
            ? _file.BytesRead
            : (long)(_length * Math.Min(1, _workbook.Row / (double)_workbook.RowCount));

    /// <param name="content">Can seek where it is a workbook.</param>
    /// <param name="encoding">Instead of the one that is found; see <see cref="FileDialect.Encoding"/>.</param>
    public static PurchaseSource Open(
        Stream content,
        long maxContentBytes,
        string? encoding = null,
        char? delimiter = null
    )
    {
        var file = new MeasuredStream(content);
        var start = new byte[ZipMark.Length];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.AsSpan().SequenceEqual(ZipMark))
            return OpenWorkbook(content, file, maxContentBytes);
        Stream whole = new PrefixedStream(start, file);
        if (start.AsSpan().StartsWith(GzipMark))
            whole = new GZipStream(whole, CompressionMode.Decompress);
        var limited = new LimitedStream(whole, maxContentBytes);
        var sample = new byte[DialectDetection.Sample];
        sample = sample[..limited.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
        var used = encoding is null
            ? DialectDetection.EncodingOf(sample)
            : DialectDetection.EncodingNamed(encoding);
        var text = new StreamReader(
            new PrefixedStream(sample, limited),
            used,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 1 << 16
        );
        var found = delimiter ?? DialectDetection.DelimiterOf(DialectDetection.Decode(sample, used));
        return new(file, text, new FileDialect(used.WebName, found));
    }

    /// <summary>The rows of the file; to be asked once.</summary>
    /// <param name="delimiter">Instead of the file's own; a workbook has none.</param>
    public RecordReader Records(char? delimiter = null) =>
        (RecordReader?)_workbook ?? new DelimitedReader(_text!, delimiter ?? Dialect.Delimiter);

    /// <summary>SHA-256 of the file as it came; reads what nobody has read yet (nothing, in general).</summary>
    public string Hash()
    {
        if (_workbookHash is not null)
            return _workbookHash;
        var rest = new byte[1 << 16];
        while (_file.Read(rest) > 0) { }
        return _file.Hash;
    }

    public void Dispose()
    {
        _text?.Dispose();
        _workbook?.Dispose();
        _file.Dispose();
    }

    // A workbook is read back and forth, so its hash can't be made on the way.
    private static PurchaseSource OpenWorkbook(Stream content, MeasuredStream file, long maxContentBytes)
    {
        var block = new byte[1 << 16];
        while (file.Read(block) > 0) { }
        return new(file, WorkbookReader.Open(content, maxContentBytes), file.Hash, file.BytesRead);
    }

    /// <summary>Stops at a limit, and turns a damaged archive into an error for the file's owner.</summary>
    private sealed class LimitedStream(Stream inner, long limit) : Stream
    {
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = inner.Read(buffer);
            }
            catch (InvalidDataException)
            {
                throw new UnreadableFileException(new Error("FileIsDamagedArchive"));
            }
            _read += read;
            if (_read > limit)
                throw new UnreadableFileException(new Error("FileContentTooLarge", null, limit / 1_048_576));
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Puts bytes that were looked at back before the rest.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private int _given;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var part = prefix.Span[_given..];
            part = part[..Math.Min(part.Length, buffer.Length)];
            part.CopyTo(buffer);
            _given += part.Length;
            // Not the few bytes alone: a reader that looks for a byte order mark needs more of them at once.
            return part.Length + (part.Length < buffer.Length ? rest.Read(buffer[part.Length..]) : 0);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
