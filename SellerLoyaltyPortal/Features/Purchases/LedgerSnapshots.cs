using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// The sellers' ledgers as columns, kept while nothing was appended. Callers who ask at the same time share
/// one load; one seller's load does not hold up another's.
/// </summary>
public sealed class LedgerSnapshots(SellerDbContextFactory contexts, IOptions<PurchasesOptions> options)
{
    private readonly ConcurrentDictionary<SellerId, Slot> _slots = new();
    private readonly Lock _eviction = new();
    private long _uses;

    public async Task<LedgerSnapshot> GetAsync(SellerId seller, CancellationToken cancellation)
    {
        long sequence;
        await using (var context = contexts.ForSeller(seller))
            sequence =
                await context
                    .Set<LedgerHead>()
                    .Select(h => (long?)h.Sequence)
                    .SingleOrDefaultAsync(cancellation)
                ?? 0;

        var slot = _slots.GetOrAdd(seller, static _ => new Slot());
        slot.LastUse = Interlocked.Increment(ref _uses);
        Task<LedgerSnapshot> loading;
        lock (slot)
        {
            if (slot.Current is { } current && current.Sequence >= sequence)
                return current;
            // A load that began before the last append shows less than the caller may already know of.
            if (slot.Loading is not { IsCompleted: false } || slot.LoadingFrom < sequence)
            {
                slot.LoadingFrom = sequence;
                // Not the caller's token: others may wait for the same load.
                slot.Loading = Task.Run(() => Load(seller, slot), CancellationToken.None);
            }
            loading = slot.Loading;
        }
        return await loading.WaitAsync(cancellation);
    }

    private LedgerSnapshot Load(SellerId seller, Slot slot)
    {
        using var context = contexts.ForSeller(seller);
        var snapshot = SnapshotLoader.Load(context);
        lock (slot)
            if (slot.Current is not { } current || current.Sequence < snapshot.Sequence)
                slot.Current = snapshot;
        Evict(keep: slot);
        return snapshot;
    }

    // Drops what was not asked for longest, so that many sellers do not fill the memory; whoever holds a
    // dropped snapshot goes on using it.
    private void Evict(Slot keep)
    {
        lock (_eviction)
        {
            var held = _slots
                .Values.Where(s => s.Current is not null && s != keep)
                .OrderByDescending(s => s.LastUse)
                .ToList();
            var room = options.Value.SnapshotCacheMegabytes * 1_048_576L - keep.Current!.Columns.Bytes;
            foreach (var slot in held)
            {
                room -= slot.Current?.Columns.Bytes ?? 0;
                if (room < 0)
                    slot.Current = null;
            }
        }
    }

    private sealed class Slot
    {
        public LedgerSnapshot? Current { get; set; }
        public Task<LedgerSnapshot>? Loading { get; set; }
        public long LoadingFrom { get; set; }
        public long LastUse { get; set; }
    }
}
