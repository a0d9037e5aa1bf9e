namespace SellerLoyaltyPortal.Columnar;

/// <summary>Takes lines in their final order and makes a <see cref="LineStore"/> of them.</summary>
internal sealed class LineStoreWriter
{
    private readonly PurchaseColumnSet _columns;
    private readonly int _firstDay;
    private readonly int _lastDay;
    private readonly int[] _starts;
    private readonly ushort[] _days;
    private readonly int[]? _orders;
    private readonly long[]? _list;
    private readonly long[]? _seller;
    private readonly long[]? _paid;
    private readonly List<(int Line, RawReturn Back)> _returns = [];
    private ulong[]? _discounted;
    private Magnitudes _magnitudes;
    private int _buyers;
    private int _lines;

    public LineStoreWriter(PurchaseColumnSet columns, int buyers, int lines, int firstDay, int lastDay)
    {
        if ((long)lastDay - firstDay > ushort.MaxValue)
            throw new InvalidOperationException("The purchases and returns span more than 65,536 days.");
        (_columns, _firstDay, _lastDay) = (columns, firstDay, lastDay);
        _starts = new int[buyers + 1];
        _days = new ushort[lines];
        _orders = Column<int>(PurchaseColumnSet.Orders);
        _list = Column<long>(PurchaseColumnSet.ListPrice);
        _seller = Column<long>(PurchaseColumnSet.SellerPrice);
        _paid = Column<long>(PurchaseColumnSet.PricePaid);

        T[]? Column<T>(PurchaseColumnSet column) => columns.HasFlag(column) ? new T[lines] : null;
    }

    /// <summary>Ends the lines of a buyer; every buyer is ended once, in order.</summary>
    public void EndBuyer() => _starts[++_buyers] = _lines;

    public void Add(in RawLine line, in RawReturn back)
    {
        var at = _lines++;
        _days[at] = (ushort)(line.Day - _firstDay);
        if (_orders is not null)
            _orders[at] = line.Order;
        if (_list is not null)
            _list[at] = line.List;
        if (_seller is not null)
            _seller[at] = line.Seller;
        if (_paid is not null)
            _paid[at] = line.Paid;
        if (line.Discounted)
            (_discounted ??= new ulong[(_days.Length + 63) / 64])[at >> 6] |= 1UL << (at & 63);
        if (line.Return >= 0)
            _returns.Add((at, back));
        _magnitudes.Add(line, back);
    }

    /// <param name="narrow">Whether to look for a four-byte form of the amounts: not worth it for a patch.</param>
    public LineStore Finish(bool narrow)
    {
        ReturnColumns? returns = null;
        if (_returns.Count > 0)
        {
            returns = new(_returns.Count, _columns);
            for (var i = 0; i < _returns.Count; i++)
                returns.Set(i, _returns[i].Line, _returns[i].Back);
        }
        return new()
        {
            FirstDay = _firstDay,
            LastDay = _lastDay,
            Starts = _starts,
            Days = _days,
            Amounts = AmountColumns(narrow),
            Returns = returns,
            Discounted = _discounted,
            Orders = _orders,
            Magnitudes = _magnitudes,
        };
    }

    // Sellers whose feed has one price only carry it once.
    private AmountColumn?[] AmountColumns(bool narrow)
    {
        long[]?[] amounts = [_list, _seller, _paid];
        var columns = new AmountColumn?[amounts.Length];
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is not { } mine)
                continue;
            for (var j = 0; j < i && columns[i] is null; j++)
            {
                if (amounts[j] is { } other && other.AsSpan().SequenceEqual(mine))
                    columns[i] = columns[j];
            }
            columns[i] ??= narrow ? AmountColumn.From(mine) : AmountColumn.AsIs(mine);
        }
        return columns;
    }
}
