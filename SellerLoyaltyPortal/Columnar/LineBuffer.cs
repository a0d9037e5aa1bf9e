namespace SellerLoyaltyPortal.Columnar;

/// <summary>Lines in order of arrival, in chunks: growing never copies what is already there.</summary>
internal sealed class LineBuffer
{
    private const int ChunkBits = 16;
    private const int ChunkMask = (1 << ChunkBits) - 1;

    private readonly List<RawLine[]> _chunks = [];
    private readonly List<RawReturn> _returns = [];

    public int Count { get; private set; }

    public int ReturnCount => _returns.Count;

    public ref readonly RawLine this[int index] => ref _chunks[index >> ChunkBits][index & ChunkMask];

    public RawReturn ReturnOf(in RawLine line) => line.Return < 0 ? default : _returns[line.Return];

    public void Add(int buyer, in LedgerLine line)
    {
        ref var raw = ref Next();
        raw.Buyer = buyer;
        raw.Day = line.BoughtOn.Value;
        raw.Order = line.Order;
        raw.List = line.ListPrice.TenThousandths;
        raw.Seller = line.SellerPrice.TenThousandths;
        raw.Paid = line.PricePaid.TenThousandths;
        raw.Return = -1;
        raw.Discounted = line.Discounted;
        if (line.ReturnedQuantity != 0)
            TakeBack(ref raw, line);
    }

    public void Add(in RawLine line, in RawReturn? back)
    {
        ref var raw = ref Next();
        raw = line;
        raw.Return = -1;
        if (back is { } returned)
        {
            raw.Return = _returns.Count;
            _returns.Add(returned);
        }
    }

    /// <summary>Replaces each line's buyer by what <paramref name="ordinals"/> says of it.</summary>
    public void RenumberBuyers(ReadOnlySpan<int> ordinals)
    {
        for (var i = 0; i < Count; i++)
        {
            ref var line = ref _chunks[i >> ChunkBits][i & ChunkMask];
            line.Buyer = ordinals[line.Buyer];
        }
    }

    private void TakeBack(ref RawLine raw, in LedgerLine line)
    {
        var back = new RawReturn(
            (line.ReturnedOn ?? line.BoughtOn).Value,
            line.ListPrice.Fraction(line.ReturnedQuantity, line.Quantity).TenThousandths,
            line.SellerPrice.Fraction(line.ReturnedQuantity, line.Quantity).TenThousandths,
            line.PricePaid.Fraction(line.ReturnedQuantity, line.Quantity).TenThousandths
        );
        raw.List = checked(raw.List - back.List);
        raw.Seller = checked(raw.Seller - back.Seller);
        raw.Paid = checked(raw.Paid - back.Paid);
        raw.Return = _returns.Count;
        _returns.Add(back);
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
