using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>
/// The one writer of purchase events. Requests that wait at the same time are committed together, a seller's
/// in one transaction, so that the disk is waited for once for all of them; a request is answered when the
/// commit has come back, which is when its lines are on the disk (<c>synchronous=FULL</c>). What would wait
/// too long is turned away instead: a full queue, or another writer (an import) that holds the database.
/// </summary>
internal sealed class EventQueue(
    PurchaseLedger ledger,
    IOptions<PurchasesOptions> options,
    TimeProvider clock,
    StorageWatch watch,
    ILogger<EventQueue> log
) : BackgroundService
{
    /// <summary>Lines of one transaction, about: a batch is never split.</summary>
    private const int LinesOfATransaction = 20_000;

    /// <summary>For as long a newcomer joins the queue although another writer holds the database.</summary>
    private static readonly TimeSpan BlockedAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<EventBatch> _waiting = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private int _waitingLines;
    private bool _stopped;
    private long? _blockedSince;

    /// <summary>Stores the batch's lines and says of each what became of it.</summary>
    /// <returns>False where nothing of it was stored because the writer has too much to do.</returns>
    public async Task<bool> StoreAsync(EventBatch batch, CancellationToken cancellation)
    {
        if (!TryQueue(batch))
            return false;
        try
        {
            var patience = TimeSpan.FromSeconds(options.Value.EventPatienceSeconds);
            return await batch.Stored.WaitAsync(patience, clock, cancellation);
        }
        catch (Exception gaveUp) when (gaveUp is TimeoutException or OperationCanceledException)
        {
            if (batch.TryWithdraw())
            {
                cancellation.ThrowIfCancellationRequested();
                return false;
            }
            // The writer has it already: it is a matter of a moment.
            return await batch.Stored;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _arrived.WaitAsync(stoppingToken);
                if (NextSeller() is { } seller)
                    await WriteAsync(seller);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Whoever still waits sends the lines again, to the next portal.
        }
        finally
        {
            Stop();
        }
    }

    public override void Dispose()
    {
        _arrived.Dispose();
        base.Dispose();
    }

    private bool TryQueue(EventBatch batch)
    {
        lock (_gate)
        {
            var isBlocked = _blockedSince is { } since && clock.GetElapsedTime(since) > BlockedAfter;
            // A batch that is larger than the queue goes in when the queue is empty.
            var isFull =
                _waiting.Count > 0 && _waitingLines + batch.Lines.Count > options.Value.EventQueueLines;
            if (_stopped || isBlocked || isFull)
                return false;
            _waiting.AddLast(batch);
            _waitingLines += batch.Lines.Count;
        }
        _arrived.Release();
        return true;
    }

    private SellerId? NextSeller()
    {
        lock (_gate)
            return _waiting.First?.Value.Seller;
    }

    private async Task WriteAsync(SellerId seller)
    {
        List<EventBatch> taken = [];
        try
        {
            Blocked(true);
            await using var append = await ledger.BeginAsync(seller, import: null, CancellationToken.None);
            Blocked(false);
            append.EventsAt = clock.GetUtcNow();
            taken = Take(seller);
            foreach (var batch in taken)
            foreach (var line in batch.Lines)
                line.Outcome = append.Add(line.Line!);
            await append.CommitAsync(CancellationToken.None);
            foreach (var batch in taken)
                batch.Complete(stored: true);
        }
        catch (Exception busy) when (taken.Count == 0 && StorageFault.IsBusy(busy))
        {
            // Another writer holds the database, and newcomers are turned away. Those who wait may withdraw.
            log.LogWarning("Purchase events wait for another writer of the database");
            DropWithdrawn();
            _arrived.Release();
        }
        catch (Exception broken)
        {
            // Also where whoever sent them has gone meanwhile.
            watch.Note(broken);
            // Nothing of the transaction is stored; each request is answered with the failure.
            log.LogError(broken, "Purchase events of seller {Seller} could not be stored", seller);
            Blocked(false);
            foreach (var batch in taken.Count > 0 ? taken : Take(seller))
                batch.Fail(new InvalidOperationException("The events could not be stored.", broken));
        }
    }

    private List<EventBatch> Take(SellerId seller)
    {
        var taken = new List<EventBatch>();
        var lines = 0;
        lock (_gate)
        {
            for (var node = _waiting.First; node is not null && lines < LinesOfATransaction; )
            {
                var (batch, next) = (node.Value, node.Next);
                if (batch.Seller == seller)
                {
                    _waiting.Remove(node);
                    _waitingLines -= batch.Lines.Count;
                    if (batch.TryTake())
                    {
                        taken.Add(batch);
                        lines += batch.Lines.Count;
                    }
                }
                node = next;
            }
        }
        return taken;
    }

    private void DropWithdrawn()
    {
        lock (_gate)
            for (var node = _waiting.First; node is not null; )
            {
                var (batch, next) = (node.Value, node.Next);
                if (batch.IsWithdrawn)
                {
                    _waiting.Remove(node);
                    _waitingLines -= batch.Lines.Count;
                }
                node = next;
            }
    }

    private void Blocked(bool isBlocked)
    {
        lock (_gate)
            _blockedSince = isBlocked ? _blockedSince ?? clock.GetTimestamp() : null;
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            foreach (var batch in _waiting)
                batch.Complete(stored: false);
            _waiting.Clear();
        }
    }
}
