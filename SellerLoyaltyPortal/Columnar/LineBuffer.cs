namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Lines in order of arrival, in chunks: growing never copies what is already there, and what several threads
/// have read becomes one without copying. A line is named by its slot; slots ascend but leave gaps where a chunk
/// is not full.
/// </summary>
internal sealed class LineBuffer(PurchaseColumnSet columns)
{
    private const int ChunkBits = 16;
    private const int ChunkMask = (1 << ChunkBits) - 1;

    private readonly List<RawLine[]> _chunks = [];
    private readonly List<int> _filled = [];
    private readonly List<RawReturn> _returns = [];

    public int Count { get; private set; }

    public int Chunks => _chunks.Count;

    public ref readonly RawLine this[int slot] => ref _chunks[slot >> ChunkBits][slot & ChunkMask];

    public Span<RawLine> Chunk(int chunk) => _chunks[chunk].AsSpan(0, _filled[chunk]);

    public static int SlotOf(int chunk, int index) => chunk << ChunkBits | index;

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

    /// <summary>Takes over the lines of another buffer, after its own; the other one is not to be used again.</summary>
    public void Absorb(LineBuffer later)
    {
        if (Chunks + later.Chunks > int.MaxValue >> ChunkBits)
            throw new OverflowException("More than two thousand million lines.");
        var shift = _returns.Count;
        for (var chunk = 0; chunk < later.Chunks && shift > 0; chunk++)
        {
            foreach (ref var line in later.Chunk(chunk))
            {
                if (line.Return >= 0)
                    line.Return += shift;
            }
        }
        _chunks.AddRange(later._chunks);
        _filled.AddRange(later._filled);
        _returns.AddRange(later._returns);
        Count += later.Count;
    }

    /// <summary>Replaces each line's buyer by what <paramref name="ordinals"/> says of it.</summary>
    public void RenumberBuyers(ReadOnlySpan<int> ordinals)
    {
        var isSame = true;
        for (var arrival = 0; arrival < ordinals.Length && isSame; arrival++)
            isSame = ordinals[arrival] == arrival;
        for (var chunk = 0; chunk < Chunks && !isSame; chunk++)
        {
            foreach (ref var line in Chunk(chunk))
                line.Buyer = ordinals[line.Buyer];
        }
    }

    /// <summary>Replaces the numbers of orders that turn out to have another one.</summary>
    public void RenumberOrders(IReadOnlyDictionary<int, int> numbers)
    {
        for (var chunk = 0; chunk < Chunks && numbers.Count > 0; chunk++)
        {
            foreach (ref var line in Chunk(chunk))
            {
                if (numbers.TryGetValue(line.Order, out var number))
                    line.Order = number;
            }
        }
    }

    private ref RawLine Next()
    {
        if (_chunks.Count == 0 || _filled[^1] == 1 << ChunkBits)
        {
            if (_chunks.Count == int.MaxValue >> ChunkBits)
                throw new OverflowException("More than two thousand million lines.");
            _chunks.Add(new RawLine[1 << ChunkBits]);
            _filled.Add(0);
        }
        Count++;
        return ref _chunks[^1][_filled[^1]++];
    }
}
