using System.Threading.Channels;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Reads rows on a thread of its own, a few batches ahead of whoever stores them: SQLite can't be written
/// by two threads, but parsing takes half of the time.
/// </summary>
internal sealed class RowPipeline : IAsyncDisposable
{
    private const int RowsPerBatch = 1024;
    private const int BatchesAhead = 4;

    private readonly Channel<RowBatch> _batches = Channel.CreateBounded<RowBatch>(
        new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true }
    );

    private readonly CancellationTokenSource _stopped;
    private readonly Task _reading;

    public RowPipeline(
        PurchaseReader reader,
        RowLog log,
        Func<long> bytesRead,
        CancellationToken cancellation
    )
    {
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _reading = Task.Run(() => ReadAsync(reader, log, bytesRead), CancellationToken.None);
    }

    /// <exception cref="UnreadableFileException">The file can't be read further.</exception>
    public IAsyncEnumerable<RowBatch> BatchesAsync(CancellationToken cancellation) =>
        _batches.Reader.ReadAllAsync(cancellation);

    /// <summary>Waits until nobody reads the file any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _reading;
        _stopped.Dispose();
    }

    private async Task ReadAsync(PurchaseReader reader, RowLog log, Func<long> bytesRead)
    {
        try
        {
            var more = true;
            while (more)
            {
                _stopped.Token.ThrowIfCancellationRequested();
                var lines = new List<(long, NewPurchaseLine)>(RowsPerBatch);
                var rows = 0;
                for (; rows < RowsPerBatch && (more = reader.Read()); rows++)
                    if (reader.Line is { } line)
                        lines.Add((reader.Row, line));
                await _batches.Writer.WriteAsync(
                    new RowBatch(lines, log.TakeNotes(), rows, bytesRead()),
                    _stopped.Token
                );
            }
            _batches.Writer.Complete();
        }
#pragma warning disable CA1031 // Not swallowed: whoever reads the batches gets it, in the place of the next one.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            _batches.Writer.TryComplete(failed);
        }
    }
}
