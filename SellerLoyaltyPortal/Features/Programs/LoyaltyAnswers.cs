using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// What buyers get at sellers now. Keeps each seller's <see cref="DayAnswers"/> in memory; a lookup costs no
/// question to the database. At most every quarter of a second of use it looks, beside the lookups, whether
/// the ledger, the offer or the day has moved; what nobody has asked for a while is looked at first. So an
/// answer shows every purchase that was stored half a second before, on every instance of the portal.
/// </summary>
public sealed class LoyaltyAnswers(
    SellerDbContextFactory contexts,
    LedgerSnapshots snapshots,
    ProgramVersions versions,
    TimeProvider time,
    ILogger<LoyaltyAnswers> log
)
{
    private static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ServeUntil = TimeSpan.FromMilliseconds(500);

    // How long a lookup waits for news of an answer that is still of today: a large ledger takes a while
    // to read after an import, and a storefront must not stand still for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan KeepUnused = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<SellerId, Slot> _slots = new();

    /// <summary>The seller's answers of today. Completes at once unless something must be looked up.</summary>
    public ValueTask<CurrentAnswers> GetAsync(SellerId seller, CancellationToken cancellation)
    {
        var slot = _slots.GetOrAdd(seller, static _ => new Slot());
        if (slot.Current is not { } current || time.GetUtcNow() >= current.ValidUntil)
            return new(FreshAsync(seller, slot).WaitAsync(cancellation));
        var age = time.GetElapsedTime(slot.LookedAt);
        if (age < LookAfter)
            return new(current);
        if (age >= ServeUntil)
            return WaitAsync(FreshAsync(seller, slot), current, cancellation);
        _ = LookAsync(seller, slot);
        return new(current);
    }

    /// <summary>The seller's answers of any day, from the ledger as it is known now.</summary>
    public async Task<DayAnswers> OnDayAsync(SellerId seller, DayNumber day, CancellationToken cancellation)
    {
        var offer = await versions.OnDayAsync(seller, day, cancellation);
        var ledger = await snapshots.GetAsync(seller, DayAnswers.Needs(offer), cancellation);
        return await Task.Run(() => DayAnswers.Of(ledger.Columns, offer, day), cancellation);
    }

    private async ValueTask<CurrentAnswers> WaitAsync(
        Task<CurrentAnswers> look,
        CurrentAnswers current,
        CancellationToken cancellation
    )
    {
        try
        {
            return await look.WaitAsync(Patience, time, cancellation);
        }
        catch (TimeoutException) when (time.GetUtcNow() < current.ValidUntil)
        {
            return current;
        }
    }

    // A look that was under way already may have begun before something was stored: then another.
    private async Task<CurrentAnswers> FreshAsync(SellerId seller, Slot slot)
    {
        var asked = time.GetTimestamp();
        while (true)
        {
            var found = await LookAsync(seller, slot);
            if (time.GetElapsedTime(slot.LookedAt, asked) < ServeUntil)
                return found;
        }
    }

    // One look at a time a seller; who comes meanwhile shares it.
    private Task<CurrentAnswers> LookAsync(SellerId seller, Slot slot)
    {
        lock (slot)
        {
            if (slot.Looking is { IsCompleted: false } looking)
                return looking;
            // Not the caller's token: others may wait for the same look.
            return slot.Looking = Task.Run(() => LookNowAsync(seller, slot), CancellationToken.None);
        }
    }

    private async Task<CurrentAnswers> LookNowAsync(SellerId seller, Slot slot)
    {
        try
        {
            var began = time.GetTimestamp();
            var calendar = slot.Calendar ??= await CalendarOfAsync(seller);
            var day = calendar.DayOf(time.GetUtcNow());
            var offer = await versions.OnDayAsync(seller, day, CancellationToken.None);
            var sequence = await SequenceOfAsync(seller);
            var known = slot.Current?.Answers;
            if (
                known is null
                || !known.IsOf(sequence, offer, day)
                // Somebody asked for more columns since: the answers go over to them.
                || snapshots.HasReplaced(seller, known.Columns)
            )
            {
                var ledger = await snapshots.GetAsync(
                    seller,
                    DayAnswers.Needs(offer),
                    CancellationToken.None
                );
                var made = known is null
                    ? DayAnswers.Of(ledger.Columns, offer, day)
                    : known.After(ledger.Columns, offer, day);
                slot.Current = new(made, calendar.StartOf(day + 1));
            }
            else
                snapshots.MarkUsed(seller);
            slot.LookedAt = began;
            DropUnused();
            return slot.Current!;
        }
        catch (Exception broken)
        {
            // Whoever waits gets it too; a look beside the lookups would fail in silence.
            log.LogError(broken, "The answers of seller {SellerId} can't be brought up to date", seller);
            throw;
        }
    }

    private async Task<BusinessCalendar> CalendarOfAsync(SellerId seller)
    {
        await using var context = contexts.ForPlatform();
        var zone = await context
            .Set<Seller>()
            .Where(s => s.Id == seller)
            .Select(s => s.TimeZoneId)
            .SingleAsync();
        return BusinessCalendar.Of(zone);
    }

    private async Task<long> SequenceOfAsync(SellerId seller)
    {
        await using var context = contexts.ForSeller(seller);
        return await context.Set<LedgerHead>().Select(h => (long?)h.Sequence).SingleOrDefaultAsync() ?? 0;
    }

    // Answers hold on to a ledger in memory: those of sellers nobody asks about go.
    private void DropUnused()
    {
        foreach (var (seller, slot) in _slots)
        {
            if (slot.Current is not null && time.GetElapsedTime(slot.LookedAt) > KeepUnused)
                _slots.TryRemove(KeyValuePair.Create(seller, slot));
        }
    }

    private sealed class Slot
    {
        private long _lookedAt;

        public volatile CurrentAnswers? Current;

        public BusinessCalendar? Calendar { get; set; }

        public Task<CurrentAnswers>? Looking { get; set; }

        /// <summary>Timestamp at which the last successful look began.</summary>
        public long LookedAt
        {
            get => Volatile.Read(ref _lookedAt);
            set => Volatile.Write(ref _lookedAt, value);
        }
    }
}
