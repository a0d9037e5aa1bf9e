using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace SellerLoyaltyPortal.Features.Purchases.Uploads;

/// <summary>
/// A file whose bytes lie encrypted on the disk (AES-256 in counter mode, so that any place of it can be
/// read). Counter mode hides what is written, it does not notice a change: the key never leaves the memory
/// of this process, so nobody could make a meaningful one. A key may be used for one file only.
/// </summary>
internal sealed class CipherStream : Stream
{
    private const int BlockSize = 16;
    private const int ChunkSize = 1 << 15;

    private readonly FileStream _file;
    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _counters = new byte[ChunkSize];
    private readonly byte[] _keys = new byte[ChunkSize];
    private readonly byte[] _written = new byte[ChunkSize];
    private long _keysFrom = -1;

    public CipherStream(FileStream file, byte[] key) => (_file, _aes.Key) = (file, key);

    public override bool CanRead => _file.CanRead;
    public override bool CanSeek => true;
    public override bool CanWrite => _file.CanWrite;
    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var from = _file.Position;
        var read = _file.Read(buffer);
        Apply(buffer[..read], from);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        var from = _file.Position;
        var read = await _file.ReadAsync(buffer, cancellationToken);
        Apply(buffer.Span[..read], from);
        return read;
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var part = Math.Min(buffer.Length, _written.Length);
            buffer[..part].CopyTo(_written);
            Apply(_written.AsSpan(0, part), _file.Position);
            _file.Write(_written, 0, part);
            buffer = buffer[part..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (!buffer.IsEmpty)
        {
            var part = Math.Min(buffer.Length, _written.Length);
            buffer.Span[..part].CopyTo(_written);
            Apply(_written.AsSpan(0, part), _file.Position);
            await _file.WriteAsync(_written.AsMemory(0, part), cancellationToken);
            buffer = buffer[part..];
        }
    }

    public override Task WriteAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => _file.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _file.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void SetLength(long value) => _file.SetLength(value);

    public override async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _aes.Dispose();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _aes.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Apply(Span<byte> bytes, long position)
    {
        while (!bytes.IsEmpty)
        {
            var chunk = position / ChunkSize * ChunkSize;
            if (chunk != _keysFrom)
                MakeKeys(chunk);
            var at = (int)(position - chunk);
            var part = Math.Min(bytes.Length, ChunkSize - at);
            Xor(bytes[..part], _keys.AsSpan(at, part));
            bytes = bytes[part..];
            position += part;
        }
    }

    private static void Xor(Span<byte> bytes, ReadOnlySpan<byte> keys)
    {
        var at = 0;
        for (; at <= bytes.Length - Vector<byte>.Count; at += Vector<byte>.Count)
            (new Vector<byte>(bytes[at..]) ^ new Vector<byte>(keys[at..])).CopyTo(bytes[at..]);
        for (; at < bytes.Length; at++)
            bytes[at] ^= keys[at];
    }

    private void MakeKeys(long chunk)
    {
        for (var i = 0; i < ChunkSize; i += BlockSize)
            BinaryPrimitives.WriteInt64LittleEndian(_counters.AsSpan(i), (chunk + i) / BlockSize);
        _aes.EncryptEcb(_counters, _keys, PaddingMode.None);
        _keysFrom = chunk;
    }
}
