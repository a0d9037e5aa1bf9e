using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// One buyer's lines in a snapshot, by day bought, then order. A line's position (0 … <see cref="Count"/> − 1)
/// holds within this snapshot only.
/// </summary>
public readonly struct BuyerSlice
{
    private readonly LineStore _store;
    private readonly int _start;

    /// <param name="store">Where the buyer's lines are.</param>
    /// <param name="buyer">The buyer's position there; beyond it they have none.</param>
    internal BuyerSlice(LineStore store, int buyer)
    {
        _store = store;
        if (buyer >= store.Buyers)
            return;
        _start = store.Starts[buyer];
        Count = store.Starts[buyer + 1] - _start;
    }

    public int Count { get; }

    public DayNumber BoughtOn(int line) => new(_store.FirstDay + _store.Days[At(line)]);

    /// <summary>Total of the line before anything was returned.</summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
    public Money Gross(int line, PriceBase priceBase) => Net(line, priceBase) + Returned(line, priceBase);

    /// <summary>Total of the line less what was returned, whenever that was.</summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
    public Money Net(int line, PriceBase priceBase) => new(_store.AmountsOf(priceBase)[At(line)]);

    /// <summary>What was returned of the line; zero when nothing was.</summary>
    public Money Returned(int line, PriceBase priceBase)
    {
        var found = _store.Returns?.Of(At(line)) ?? -1;
        return found < 0 ? Money.Zero : new(_store.Returns!.Amounts[(int)priceBase]![found]);
    }

    /// <summary>The day of the line's return (its own day when none was recorded), or null when none.</summary>
    public DayNumber? ReturnedOn(int line)
    {
        var found = _store.Returns?.Of(At(line)) ?? -1;
        return found < 0 ? null : new(_store.Returns!.Days[found]);
    }

    /// <summary>The number that the lines of one order share.</summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without orders.</exception>
    public int Order(int line) =>
        (_store.Orders ?? throw new InvalidOperationException("The snapshot was built without orders."))[
            At(line)
        ];

    /// <summary>Bought with the loyalty discount.</summary>
    public bool IsDiscounted(int line) => _store.IsDiscounted(At(line));

    internal void CopyTo(LineStoreWriter writer)
    {
        var next = _store.FirstReturnFrom(_start);
        for (var line = _start; line < _start + Count; line++)
            writer.Add(_store.Read(line, ref next, out var back), back);
    }

    /// <summary>Widens a range of day numbers to take in every purchase and return here.</summary>
    internal void Stretch(ref int first, ref int last)
    {
        if (Count == 0)
            return;
        // Lines lie by day.
        first = Math.Min(first, _store.FirstDay + _store.Days[_start]);
        last = Math.Max(last, _store.FirstDay + _store.Days[_start + Count - 1]);
        if (_store.Returns is not { } returns)
            return;
        for (var at = returns.FirstAt(_start); at < returns.Lines.Length; at++)
        {
            if (returns.Lines[at] >= _start + Count)
                break;
            first = Math.Min(first, returns.Days[at]);
            last = Math.Max(last, returns.Days[at]);
        }
    }

    private int At(int line) =>
        (uint)line < (uint)Count ? _start + line : throw new ArgumentOutOfRangeException(nameof(line));
}
