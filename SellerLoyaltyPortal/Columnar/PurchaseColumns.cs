using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// An immutable snapshot of one seller's ledger as columns by buyer and day: what every calculation reads.
/// Made by <see cref="PurchaseColumnsBuilder"/>, carried on by <see cref="Append"/>; safe to read from any
/// number of threads, since nothing that a reader can see ever changes.
/// </summary>
public sealed class PurchaseColumns
{
    /// <summary>A patch of more than this share of the lines makes passes and appends slower than need be.</summary>
    private const int PatchShare = 64;

    private const int PatchAlwaysFine = 50_000;

    private readonly DayCounts _days;

    internal PurchaseColumns(LineStore lines, BuyerIndex buyers, PurchaseColumnSet columns, long sequence)
        : this(lines, patch: null, buyers, columns, sequence, DayCounts.Of(lines), previous: null, []) { }

    private PurchaseColumns(
        LineStore lines,
        LinePatch? patch,
        BuyerIndex buyers,
        PurchaseColumnSet columns,
        long sequence,
        DayCounts days,
        object? previous,
        int[] changed
    )
    {
        (Lines, Patch, Buyers, Columns, LedgerSequence) = (lines, patch, buyers, columns, sequence);
        (_days, PreviousIdentity, ChangedBuyers) = (days, previous, changed);
        LineCount = days.Total;
        if (days.Range is { } range)
            (FirstDay, LastDay) = (new DayNumber(range.First), new DayNumber(range.Last));
    }

    /// <summary>The ledger's sequence number up to which every event is in here.</summary>
    public long LedgerSequence { get; }

    public BuyerIndex Buyers { get; }

    /// <summary>Buyers known, with lines or (after corrections) without.</summary>
    public int BuyerCount => Buyers.Count;

    public int LineCount { get; }

    /// <summary>The first day on which anything was bought; null when the ledger is empty.</summary>
    public DayNumber? FirstDay { get; }

    /// <summary>The last day on which anything was bought; null when the ledger is empty.</summary>
    public DayNumber? LastDay { get; }

    public PurchaseColumnSet Columns { get; }

    /// <summary>Bytes held, buyer ids and everything derived so far included.</summary>
    public long Bytes => Lines.Bytes + (Patch?.Bytes ?? 0) + Buyers.Bytes;

    /// <summary>The part of <see cref="Bytes"/> that grows as rules are asked for.</summary>
    internal long DerivedBytes => Lines.DerivedBytes;

    /// <summary>Whether so much was appended that <see cref="Compact"/> would pay.</summary>
    public bool IsWorthCompacting =>
        (Patch?.StoredLineCount ?? 0) + Buyers.TailCount is var extra
        && extra > PatchAlwaysFine
        && extra > LineCount / PatchShare;

    internal LineStore Lines { get; }

    /// <summary>Buyers whose lines are here and no longer in <see cref="Lines"/>.</summary>
    internal LinePatch? Patch { get; }

    /// <summary>Tells whether a snapshot is the one that this one was made from, without holding on to it.</summary>
    internal object Identity { get; } = new();

    internal object? PreviousIdentity { get; }

    /// <summary>Ordinals of the buyers who are not as they were in the previous snapshot, ascending.</summary>
    internal int[] ChangedBuyers { get; }

    /// <summary>A buyer's lines.</summary>
    /// <param name="buyer">Ordinal in <see cref="Buyers"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No buyer has that ordinal.</exception>
    public BuyerSlice LinesOf(int buyer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(buyer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(buyer, BuyerCount);
        return Patch is not null && Patch.TryFind(buyer, out var layer, out var place)
            ? new(Patch.Layers[layer], place)
            : new(Lines, buyer);
    }

    /// <summary>
    /// The snapshot after a batch of events. Costs time by the buyers that the batch (and those since the
    /// last <see cref="Compact"/>) concerns, not by the ledger; this snapshot stays as it is.
    /// </summary>
    /// <param name="changes">Lines added, corrected and taken away, and new buyers.</param>
    /// <param name="ledgerSequence">Of the last event in the batch.</param>
    /// <exception cref="InvalidOperationException">
    /// A line taken away is not here, a buyer was not named, or the days would span more than 65,536.
    /// </exception>
    /// <exception cref="ArgumentException">A key or an id would stand for two buyers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The sequence number goes back.</exception>
    /// <exception cref="OverflowException">The amounts together no longer fit into 64 bits.</exception>
    public PurchaseColumns Append(LedgerChanges changes, long ledgerSequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ledgerSequence, LedgerSequence);
        var buyers = Buyers.With(changes.Buyers);
        var (removed, added) = (OrdinalsOf(changes.Removed), OrdinalsOf(changes.Added));
        int[] affected = [.. removed.Union(added)];
        affected.AsSpan().Sort();
        var patcher = new LinePatcher(Lines, Patch, Columns, affected);
        for (var i = 0; i < removed.Length; i++)
            patcher.Remove(removed[i], changes.Removed[i]);
        for (var i = 0; i < added.Length; i++)
            patcher.Add(added[i], changes.Added[i]);
        var written = patcher.Written();
        var patch = Patch?.With(affected, written) ?? LinePatch.Of(affected, written);
        if (patch.IsWorthMerging)
            patch = patch.Merged(Columns);
        var days = _days.With(changes.Removed, changes.Added);
        var after = new PurchaseColumns(
            Lines,
            patch,
            buyers,
            Columns,
            ledgerSequence,
            days,
            Identity,
            affected
        );
        // Bounds still hold lines that the patch hides: only a rebuilt store knows for certain.
        var bound = Lines.Magnitudes;
        var (first, last) = (patch.FirstDay, patch.LastDay);
        if (Lines.LineCount > 0)
            (first, last) = (Math.Min(first, Lines.FirstDay), Math.Max(last, Lines.LastDay));
        foreach (var layer in patch.Layers)
            bound.Add(layer.Magnitudes);
        if (!bound.FitWith(default) || (first <= last && last - first > ushort.MaxValue))
            after.Rebuilt(buyers.Compacted());
        return after;

        int[] OrdinalsOf(IReadOnlyList<LedgerLine> lines)
        {
            var ordinals = new int[lines.Count];
            for (var i = 0; i < ordinals.Length; i++)
            {
                if (!buyers.TryFindKey(lines[i].BuyerKey, out ordinals[i]))
                    throw new InvalidOperationException($"Buyer key {lines[i].BuyerKey} has no id.");
            }
            return ordinals;
        }
    }

    /// <summary>
    /// The same content in one piece, exactly as a builder would make it from the ledger's lines. Costs a
    /// pass over everything: for a background thread, while readers go on with this snapshot.
    /// </summary>
    public PurchaseColumns Compact()
    {
        if (Patch is null && Buyers.TailCount == 0)
            return this;
        var buyers = Buyers.Compacted();
        var sameOrdinals = Enumerable
            .Range(BuyerCount - Buyers.TailCount, Buyers.TailCount)
            .All(o => buyers.KeyOf(o) == Buyers.KeyOf(o));
        return new(
            Rebuilt(buyers),
            patch: null,
            buyers,
            Columns,
            LedgerSequence,
            _days,
            sameOrdinals ? Identity : null,
            []
        );
    }

    /// <summary>
    /// Whether the two hold the same lines of the same buyers in the same arrays once compacted, whatever
    /// their sequence numbers.
    /// </summary>
    public bool ContentEquals(PurchaseColumns other)
    {
        var (mine, others) = (Compact(), other.Compact());
        return Columns == other.Columns
            && mine.Buyers.ContentEquals(others.Buyers)
            && mine.Lines.ContentEquals(others.Lines);
    }

    private LineStore Rebuilt(BuyerIndex buyers)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var buyer = 0; buyer < BuyerCount; buyer++)
            LinesOf(buyer).Stretch(ref first, ref last);
        var writer =
            LineCount == 0
                ? new LineStoreWriter(Columns, buyers.Count, 0, 0, 0)
                : new LineStoreWriter(Columns, buyers.Count, LineCount, first, last);
        for (var buyer = 0; buyer < buyers.Count; buyer++)
        {
            Buyers.TryFindKey(buyers.KeyOf(buyer), out var mine);
            LinesOf(mine).CopyTo(writer);
            writer.EndBuyer();
        }
        var store = writer.Finish(narrow: true);
        store.Magnitudes.Check();
        return store;
    }
}
