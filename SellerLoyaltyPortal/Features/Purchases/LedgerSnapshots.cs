using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// The sellers' ledgers as columns, kept while there is room. Callers who ask at the same time share one load;
/// one seller's load does not hold up another's. What was appended since is added to what is kept; a column comes in
/// when somebody asks for it, and stays as long as the ledger is kept.
/// </summary>
public sealed class LedgerSnapshots(SellerDbContextFactory contexts, IOptions<PurchasesOptions> options)
{
    private readonly ConcurrentDictionary<SellerId, LedgerSlot> _slots = new();
    private readonly Lock _eviction = new();
    private long _uses;

    /// <summary>The number of the ledger's last event; 0 before the first.</summary>
    public async Task<long> SequenceAsync(SellerId seller, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(seller);
        return await context
                .Set<LedgerHead>()
                .Select(h => (long?)h.Sequence)
                .SingleOrDefaultAsync(cancellation)
            ?? 0;
    }

    /// <summary>The ledger as it is now, or later.</summary>
    /// <param name="seller">Whose.</param>
    /// <param name="needs">What it has to carry; it may carry more. The first to ask for a column waits for a load.</param>
    /// <param name="cancellation">Ends the waiting, not a load.</param>
    public async Task<LedgerSnapshot> GetAsync(
        SellerId seller,
        PurchaseColumnSet needs,
        CancellationToken cancellation
    )
    {
        var sequence = await SequenceAsync(seller, cancellation);
        var slot = _slots.GetOrAdd(seller, static _ => new LedgerSlot());
        slot.LastUse = Interlocked.Increment(ref _uses);
        Task<LedgerSnapshot>? loading = null;
        LedgerSnapshot? current = null;
        var hasGrown = false;
        lock (slot)
        {
            if (slot.Current is { } held && held.Answers(sequence, needs))
            {
                current = held.Snapshot;
                // Other rules were asked for since: what was written out for them counts like any column.
                var derived = current.Columns.DerivedBytes;
                hasGrown = derived > slot.DerivedBytes;
                slot.DerivedBytes = derived;
            }
            // A load that began before the last append shows less than the caller may already know of.
            else if (!slot.WillAnswer(sequence, needs))
            {
                // Who waits for an earlier load is answered by the last one.
                slot.LoadingNeeds = slot.IsLoading ? slot.LoadingNeeds | needs : needs;
                slot.LoadingFrom = sequence;
                // Not the caller's token: others may wait for the same load. One after the other: a snapshot is
                // carried on from the one before.
                slot.Loading = LoadAfterAsync(slot.Loading, seller, slot, sequence, slot.LoadingNeeds);
            }
            loading = slot.Loading;
        }
        if (hasGrown)
            Evict(keep: slot);
        return current ?? await loading!.WaitAsync(cancellation);
    }

    /// <summary>
    /// The ledger as it is now, or later, with every column: for people, whose next question may need any of them and
    /// should not wait for another load.
    /// </summary>
    public Task<LedgerSnapshot> GetWholeAsync(SellerId seller, CancellationToken cancellation) =>
        GetAsync(seller, PurchaseColumnSet.All, cancellation);

    /// <summary>
    /// Something that is read beside the columns of a snapshot: kept as long as that is, and counted against the same
    /// memory.
    /// </summary>
    /// <param name="snapshot">What it is read for.</param>
    /// <param name="key">Names it among what is read for this snapshot.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="bytes">Tells its size.</param>
    internal async Task<T> BesideAsync<T>(
        LedgerSnapshot snapshot,
        object key,
        Func<Task<T>> read,
        Func<T, long> bytes
    )
        where T : class
    {
        var slot = _slots.GetOrAdd(snapshot.SellerId, static _ => new LedgerSlot());
        lock (slot)
        {
            if (slot.Shows(snapshot) && slot.Beside.TryGetValue(key, out var known))
                return (T)known;
        }
        // Off the caller's thread: SQLite answers a query of many rows where it is asked.
        var made = await Task.Run(read);
        lock (slot)
        {
            // Carried on or dropped meanwhile: then this belongs to nothing that is kept.
            if (!slot.Shows(snapshot))
                return made;
            if (slot.Beside.TryAdd(key, made))
                slot.BesideBytes += bytes(made);
        }
        Evict(keep: slot);
        return made;
    }

    /// <summary>
    /// Whether another snapshot of the same moment is kept in place of this one: whoever holds on to this one holds
    /// the seller's ledger in memory twice.
    /// </summary>
    internal bool HasReplaced(SellerId seller, PurchaseColumns columns) =>
        _slots.TryGetValue(seller, out var slot)
        && slot.Current is { } current
        && current.Snapshot.Sequence == columns.LedgerSequence
        && current.Snapshot.Columns != columns;

    /// <summary>Tells that somebody answers from what they got earlier: dropping it would free nothing.</summary>
    internal void MarkUsed(SellerId seller)
    {
        if (_slots.TryGetValue(seller, out var slot))
            slot.LastUse = Interlocked.Increment(ref _uses);
    }

    /// <summary>How many snapshots are kept.</summary>
    internal int Held => _slots.Values.Count(s => s.Current is not null);

    /// <summary>Bytes of all snapshots kept, with what was read beside their columns.</summary>
    internal long Bytes => _slots.Values.Sum(s => s.Bytes);

    private async Task<LedgerSnapshot> LoadAfterAsync(
        Task? before,
        SellerId seller,
        LedgerSlot slot,
        long sequence,
        PurchaseColumnSet needs
    )
    {
        if (before is not null)
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The one before may have begun after the last append too: while events stream in, loads would queue up.
        lock (slot)
            if (slot.Current is { } current && current.Answers(sequence, needs))
                return current.Snapshot;
        return await Task.Run(() => Load(seller, slot, needs));
    }

    private LedgerSnapshot Load(SellerId seller, LedgerSlot slot, PurchaseColumnSet needs)
    {
        var loader = new SnapshotLoader(contexts, seller);
        LoadedLedger? before;
        lock (slot)
        {
            before = slot.Current;
            // Whoever carries it on changes its numbers of orders: if that fails midway, it is loaded anew.
            if (before?.Carries(needs) == true)
                slot.Current = null;
        }
        var loaded = before?.Carries(needs) == true ? loader.CarryOn(before) : null;
        // Lines are ordered by all that they carry, so another column is not put beside the others: all are
        // loaded with it.
        loaded ??= loader.Load(needs | (before?.Snapshot.Columns.Columns ?? PurchaseColumnSet.None));
        lock (slot)
            slot.Current = loaded;
        Evict(keep: slot);
        if (loaded.Snapshot.Columns.IsWorthCompacting)
            _ = Task.Run(() => Compact(slot, loaded));
        return loaded.Snapshot;
    }

    // Meanwhile the snapshot as it is answers; where it was carried on already, the work was for nothing.
    private static void Compact(LedgerSlot slot, LoadedLedger ledger)
    {
        var compact = SnapshotLoader.Compact(ledger);
        lock (slot)
            if (ReferenceEquals(slot.Current, ledger))
                slot.Current = compact;
    }

    // Drops what was not asked for longest, so that many sellers do not fill the memory; whoever holds a
    // dropped snapshot goes on using it.
    private void Evict(LedgerSlot keep)
    {
        lock (_eviction)
        {
            var held = _slots
                .Values.Where(s => s.Current is not null && s != keep)
                .OrderByDescending(s => s.LastUse)
                .ToList();
            var room = options.Value.SnapshotCacheMegabytes * 1_048_576L - keep.Bytes;
            if (room < 0)
            {
                // Not even alone: what lies beside is read again when it is asked for.
                lock (keep)
                    keep.DropBeside();
            }
            foreach (var slot in held)
            {
                room -= slot.Bytes;
                if (room >= 0)
                    continue;
                lock (slot)
                    slot.Current = null;
            }
        }
    }
}
