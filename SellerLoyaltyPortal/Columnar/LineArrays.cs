using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// The arrays of a <see cref="LineStore"/> while they are filled, each line at its final place. Threads may fill
/// different lines at once.
/// </summary>
internal sealed class LineArrays
{
    private readonly PurchaseColumnSet _columns;
    private readonly int _firstDay;
    private readonly int _lastDay;
    private readonly ushort[] _days;
    private readonly int[]? _orders;
    private readonly long[]? _list;
    private readonly long[]? _seller;
    private readonly long[]? _paid;
    private ulong[]? _discounted;

    /// <exception cref="InvalidOperationException">The days span more than 65,536.</exception>
    public LineArrays(PurchaseColumnSet columns, int lines, int firstDay, int lastDay)
    {
        if ((long)lastDay - firstDay > ushort.MaxValue)
            throw new InvalidOperationException(
                $"The purchases and returns span more than 65,536 days, from {new DayNumber(firstDay)} to {new DayNumber(lastDay)}."
            );
        (_columns, _firstDay, _lastDay) = (columns, firstDay, lastDay);
        _days = new ushort[lines];
        _orders = Column<int>(PurchaseColumnSet.Orders);
        _list = Column<long>(PurchaseColumnSet.ListPrice);
        _seller = Column<long>(PurchaseColumnSet.SellerPrice);
        _paid = Column<long>(PurchaseColumnSet.PricePaid);

        T[]? Column<T>(PurchaseColumnSet column) => columns.HasFlag(column) ? new T[lines] : null;
    }

    public void Set(int at, in RawLine line)
    {
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
            Interlocked.Or(ref Discounted()[at >> 6], 1UL << (at & 63));
    }

    /// <param name="starts">Where each buyer's lines begin.</param>
    /// <param name="returns">Ascending by line.</param>
    /// <param name="magnitudes">Of all lines.</param>
    /// <param name="narrow">Whether to look for a four-byte form of the amounts: not worth it for a patch.</param>
    public LineStore Finish(
        int[] starts,
        IReadOnlyList<(int Line, RawReturn Back)> returns,
        in Magnitudes magnitudes,
        bool narrow
    )
    {
        ReturnColumns? returned = null;
        if (returns.Count > 0)
        {
            returned = new(returns.Count, _columns);
            for (var i = 0; i < returns.Count; i++)
                returned.Set(i, returns[i].Line, returns[i].Back);
        }
        return new()
        {
            FirstDay = _firstDay,
            LastDay = _lastDay,
            Starts = starts,
            Days = _days,
            Amounts = AmountColumns(narrow),
            Returns = returned,
            Discounted = _discounted,
            Orders = _orders,
            Magnitudes = magnitudes,
        };
    }

    private ulong[] Discounted()
    {
        if (_discounted is { } known)
            return known;
        var made = new ulong[(_days.Length + 63) / 64];
        return Interlocked.CompareExchange(ref _discounted, made, comparand: null) ?? made;
    }

    // Sellers whose feed has one price only carry it once.
    private AmountColumn?[] AmountColumns(bool narrow)
    {
        long[]?[] amounts = [_list, _seller, _paid];
        var columns = new AmountColumn?[amounts.Length];
        var likeBefore = new int[amounts.Length];
        for (var i = 0; i < amounts.Length; i++)
        {
            likeBefore[i] = i;
            for (var j = 0; j < i && likeBefore[i] == i; j++)
            {
                if (amounts[i] is { } mine && amounts[j] is { } other && mine.AsSpan().SequenceEqual(other))
                    likeBefore[i] = likeBefore[j];
            }
        }
        WorkShares.Run(
            _days.Length < LineStoreBuilder.ThreadsFrom ? 1 : amounts.Length,
            share =>
            {
                var single = _days.Length >= LineStoreBuilder.ThreadsFrom;
                for (var i = single ? share : 0; i < (single ? share + 1 : amounts.Length); i++)
                {
                    if (likeBefore[i] == i && amounts[i] is { } mine)
                        columns[i] = narrow ? AmountColumn.From(mine) : AmountColumn.AsIs(mine);
                }
            }
        );
        for (var i = 0; i < amounts.Length; i++)
            columns[i] = columns[likeBefore[i]];
        return columns;
    }
}
