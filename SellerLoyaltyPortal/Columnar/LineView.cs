namespace SellerLoyaltyPortal.Columnar;

/// <summary>One store's columns at hand for a pass that reads lines one by one.</summary>
internal sealed class LineView(LineStore store, PriceBase priceBase)
{
    private readonly ReturnColumns? _returns = store.Returns;
    private readonly int[]? _sums = store.AmountsOf(priceBase).Narrow;

    /// <summary>Day number of day offset 0.</summary>
    public int FirstDay { get; } = store.FirstDay;

    public int[] Starts { get; } = store.Starts;

    /// <summary>Day bought, since <see cref="FirstDay"/>.</summary>
    public ushort[] Days { get; } = store.Days;

    /// <summary>Net of returns, in 1/10,000.</summary>
    public AmountColumn Net { get; } = store.AmountsOf(priceBase);

    public int[]? Orders { get; } = store.Orders;

    public LineStore Store => store;

    /// <summary>Position among <see cref="LineViews.All"/>.</summary>
    public int Index { get; set; }

    /// <summary>
    /// Whether something was bought and kept: not a cancellation that names no purchase, nor a line that was
    /// returned in full. A free line is a purchase.
    /// </summary>
    public bool IsPurchase(int line, long amount) =>
        amount > 0 || (amount == 0 && !(_returns is not null && _returns.Of(line) >= 0));

    /// <summary>The same where the amount is not needed otherwise.</summary>
    public bool IsPurchase(int line) =>
        // Nearly every line is worth something in four bytes; the rest is looked at closely.
        (_sums is { } sums && sums[line + 1] - sums[line] > 0) || IsPurchase(line, Net[line]);
}
