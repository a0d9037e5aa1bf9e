using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>Files that would fill the memory. Alone, because what others allocate would count as well.</summary>
[Collection(nameof(ImportMemoryTests))]
[CollectionDefinition(nameof(ImportMemoryTests), DisableParallelization = true)]
public sealed class ImportMemoryTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_EndlessRow_TakesBoundedMemory()
    {
        var seller = await _desk.AddSellerAsync();
        await using var content = new Endless(1L << 30);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await _desk.ImportAsync(seller, content, PurchaseLayout.PortalCsv, "1gb.csv");
        Assert.Equal("FileHasTooLongRow", Assert.Single(result.Errors).Code);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100_000_000);
        Assert.InRange(content.Position, 0, 10_000_000);
    }

    [Fact]
    public async Task Import_WorkbookThatSwells_StopsAtTheLimit()
    {
        _desk.Options.MaxContentMegabytes = 2;
        var seller = await _desk.AddSellerAsync();
        var bomb = WorkbookImportTests.Zip(("xl/worksheets/sheet1.xml", new string(' ', 64 << 20)));
        Assert.InRange(bomb.Length, 1, 200_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var result = await _desk.ImportAsync(seller, bomb);
        Assert.Equal("FileContentTooLarge", Assert.Single(result.Errors).Code);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 10_000_000);
    }

    /// <summary>A gigabyte without a line break.</summary>
    private sealed class Endless(long length) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var part = (int)Math.Min(buffer.Length, length - Position);
            buffer[..part].Fill((byte)'a');
            Position += part;
            return part;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
