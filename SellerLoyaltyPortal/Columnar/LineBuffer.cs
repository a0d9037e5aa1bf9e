namespace SellerLoyaltyPortal.Columnar;

/// <summary>Lines in order of arrival, in chunks: growing never copies what is already there.</summary>
internal sealed class LineBuffer(PurchaseColumnSet columns)
{
    private const int ChunkBits = 16;
    private const int ChunkMask = (1 << ChunkBits) - 1;

    private readonly List<RawLine[]> _chunks = [];
    private readonly List<RawReturn> _returns = [];

    public int Count { get; private set; }

    public ref readonly RawLine this[int index] => ref _chunks[index >> ChunkBits][index & ChunkMask];

    public RawReturn ReturnOf(in RawLine line) => line.Return < 0 ? default : _returns[line.Return];

    /// <exception cref="ArgumentException">More is returned than was bought, or something of a cancellation.</exception>
    public static LedgerLine Checked(in LedgerLine line) =>
        line.ReturnedQuantity >= 0 && line.ReturnedQuantity <= Math.Max(line.Quantity, 0)
            ? line
            : throw new ArgumentException("More is returned than was bought.", nameof(line));

    /// <summary>
    /// The line with what was returned taken off, and zeros where a column is not carried, as a store would
    /// read it back; its return's index is 0, or -1 without one.
    /// </summary>
    /// <exception cref="OverflowException">An amount less its return does not fit into 64 bits.</exception>
    public static RawLine ToRaw(in LedgerLine line, PurchaseColumnSet columns, out RawReturn back)
    {
        var list = columns.HasFlag(PurchaseColumnSet.ListPrice) ? line.ListPrice : default;
        var seller = columns.HasFlag(PurchaseColumnSet.SellerPrice) ? line.SellerPrice : default;
        var paid = columns.HasFlag(PurchaseColumnSet.PricePaid) ? line.PricePaid : default;
        var raw = new RawLine
        {
            Day = line.BoughtOn.Value,
            Order = columns.HasFlag(PurchaseColumnSet.Orders) ? line.Order : 0,
            List = list.TenThousandths,
            Seller = seller.TenThousandths,
            Paid = paid.TenThousandths,
            Return = -1,
            Discounted = line.Discounted,
        };
        back = default;
        if (line.ReturnedQuantity == 0)
            return raw;
        back = new(
            (line.ReturnedOn ?? line.BoughtOn).Value,
            list.Fraction(line.ReturnedQuantity, line.Quantity).TenThousandths,
            seller.Fraction(line.ReturnedQuantity, line.Quantity).TenThousandths,
            paid.Fraction(line.ReturnedQuantity, line.Quantity).TenThousandths
        );
        raw.List = checked(raw.List - back.List);
        raw.Seller = checked(raw.Seller - back.Seller);
        raw.Paid = checked(raw.Paid - back.Paid);
        raw.Return = 0;
        return raw;
    }

    public void Add(int buyer, in LedgerLine line)
    {
        var raw = ToRaw(Checked(line), columns, out var back);
        raw.Buyer = buyer;
        if (raw.Return >= 0)
        {
            raw.Return = _returns.Count;
            _returns.Add(back);
        }
        Next() = raw;
    }

    /// <summary>Replaces each line's buyer by what <paramref name="ordinals"/> says of it.</summary>
    public void RenumberBuyers(ReadOnlySpan<int> ordinals)
    {
        var isSame = true;
        for (var arrival = 0; arrival < ordinals.Length && isSame; arrival++)
            isSame = ordinals[arrival] == arrival;
        for (var i = 0; i < Count && !isSame; i++)
        {
            ref var line = ref _chunks[i >> ChunkBits][i & ChunkMask];
            line.Buyer = ordinals[line.Buyer];
        }
    }

    private ref RawLine Next()
    {
        if (Count == int.MaxValue - ChunkMask)
            throw new OverflowException("More than two thousand million lines.");
        if (Count >> ChunkBits == _chunks.Count)
            _chunks.Add(new RawLine[1 << ChunkBits]);
        ref var next = ref _chunks[Count >> ChunkBits][Count & ChunkMask];
        Count++;
        return ref next;
    }
}
