using System.IO.Compression;
using System.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// The text of a file, unpacked where it is gzip. Bytes that are no UTF-8, damaged archives and contents
/// beyond the limit are told as <see cref="UnreadableFileException"/>.
/// </summary>
internal sealed class PurchaseFileText : IDisposable
{
    private const int Windows1251 = 1251;

    private readonly MeasuredStream _file;

    private PurchaseFileText(MeasuredStream file, TextReader text, FileDialect dialect) =>
        (_file, Text, Dialect) = (file, text, dialect);

    public TextReader Text { get; }

    public FileDialect Dialect { get; }

    /// <summary>Bytes of the file as it came.</summary>
    public long BytesRead => _file.BytesRead;

    public static PurchaseFileText Open(Stream content, long maxContentBytes)
    {
        var file = new MeasuredStream(content);
        var start = new byte[2];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        Stream whole = new PrefixedStream(start.AsMemory(0, length), file);
        if (length == 2 && start[0] == 0x1F && start[1] == 0x8B)
            whole = new GZipStream(whole, CompressionMode.Decompress);
        var limited = new LimitedStream(whole, maxContentBytes);
        var sample = new byte[DialectDetection.Sample];
        sample = sample[..limited.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
        var encoding = DialectDetection.EncodingOf(sample);
        var text = new StreamReader(
            new PrefixedStream(sample, limited),
            encoding,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 1 << 16
        );
        // What the sample holds of the text; a character that is cut at its end does not matter here.
        var beginning = Encoding.GetEncoding(encoding.CodePage == Windows1251 ? "latin1" : encoding.WebName);
        var delimiter = DialectDetection.DelimiterOf(beginning.GetString(sample));
        return new(file, text, new FileDialect(encoding.WebName, delimiter));
    }

    /// <summary>SHA-256 of the file as it came; reads what nobody has read yet (nothing, in general).</summary>
    public string Hash()
    {
        var rest = new byte[1 << 16];
        while (_file.Read(rest) > 0) { }
        return _file.Hash;
    }

    public void Dispose()
    {
        Text.Dispose();
        _file.Dispose();
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
