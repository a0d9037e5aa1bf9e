namespace SellerLoyaltyPortal.Columnar;

/// <summary>Sorts a <see cref="LineBuffer"/> into a <see cref="LineStore"/>.</summary>
internal static class LineStoreBuilder
{
    /// <exception cref="OverflowException">
    /// The amounts together do not fit into 64 bits. Checked here, once, on absolute values, so that no sum of
    /// any of the lines can overflow later.
    /// </exception>
    /// <exception cref="InvalidOperationException">The days span more than 65,536.</exception>
    public static LineStore Build(LineBuffer lines, int buyers, PurchaseColumnSet columns)
    {
        var starts = StartsOf(lines, buyers);
        var order = Sorted(lines, starts);
        var (first, last) = Days(lines);
        if (last - first > ushort.MaxValue)
            throw new InvalidOperationException("The purchases and returns span more than 65,536 days.");

        var days = new ushort[order.Length];
        var orders = columns.HasFlag(PurchaseColumnSet.Orders) ? new int[order.Length] : null;
        var amounts = Enumerable
            .Range(0, 3)
            .Select(i => columns.HasFlag((PurchaseColumnSet)(1 << i)) ? new long[order.Length] : null)
            .ToArray();
        var returns = lines.ReturnCount == 0 ? null : new ReturnColumns(lines.ReturnCount);
        for (var i = 0; i < 3 && returns is not null; i++)
            returns.Amounts[i] = amounts[i] is null ? null : new long[lines.ReturnCount];
        ulong[]? discounted = null;
        var returned = 0;
        var totals = new Sums();
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var line = ref lines[order[i]];
            days[i] = (ushort)(line.Day - first);
            if (orders is not null)
                orders[i] = line.Order;
            if (line.Discounted)
                (discounted ??= new ulong[(order.Length + 63) / 64])[i >> 6] |= 1UL << (i & 63);
            var back = lines.ReturnOf(line);
            if (line.Return >= 0)
            {
                returns!.Lines[returned] = i;
                returns.Days[returned] = back.Day;
            }
            Put(PriceBase.ListPrice, line.List, back.List);
            Put(PriceBase.SellerPrice, line.Seller, back.Seller);
            Put(PriceBase.PricePaid, line.Paid, back.Paid);
            if (line.Return >= 0)
                returned++;

            void Put(PriceBase priceBase, long net, long backAmount)
            {
                if (amounts[(int)priceBase] is not { } column)
                    return;
                column[i] = net;
                totals.Add(priceBase, net, backAmount);
                if (returns?.Amounts[(int)priceBase] is { } backs && backAmount != 0)
                    backs[returned] = backAmount;
            }
        }
        totals.Check();
        return new()
        {
            FirstDay = first,
            Starts = starts,
            Days = days,
            Amounts = ShareEqual(amounts),
            Returns = returns,
            Discounted = discounted,
            Orders = orders,
        };
    }

    private static int[] StartsOf(LineBuffer lines, int buyers)
    {
        var starts = new int[buyers + 1];
        for (var i = 0; i < lines.Count; i++)
            starts[lines[i].Buyer + 1]++;
        for (var i = 0; i < buyers; i++)
            starts[i + 1] += starts[i];
        return starts;
    }

    // Where each line goes: a counting sort by buyer, then each buyer's own lines by everything else.
    private static int[] Sorted(LineBuffer lines, int[] starts)
    {
        var order = new int[lines.Count];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (var i = 0; i < order.Length; i++)
            order[next[lines[i].Buyer]++] = i;
        var comparer = new LineComparer(lines);
        for (var buyer = 0; buyer + 1 < starts.Length; buyer++)
        {
            var slice = order.AsSpan(starts[buyer], starts[buyer + 1] - starts[buyer]);
            for (var i = 1; i < slice.Length; i++)
            {
                if (comparer.Compare(slice[i - 1], slice[i]) <= 0)
                    continue;
                slice.Sort(comparer);
                break;
            }
        }
        return order;
    }

    private static (int First, int Last) Days(LineBuffer lines)
    {
        if (lines.Count == 0)
            return (0, 0);
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var line = ref lines[i];
            first = Math.Min(first, line.Day);
            last = Math.Max(last, line.Day);
            if (line.Return < 0)
                continue;
            var back = lines.ReturnOf(line).Day;
            first = Math.Min(first, back);
            last = Math.Max(last, back);
        }
        return (first, last);
    }

    // Sellers whose feed has one price only carry it once.
    private static AmountColumn?[] ShareEqual(long[]?[] amounts)
    {
        var columns = new AmountColumn?[amounts.Length];
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is not { } mine)
                continue;
            for (var j = 0; j < i && columns[i] is null; j++)
            {
                if (amounts[j].AsSpan().SequenceEqual(mine) && columns[j] is not null)
                    columns[i] = columns[j];
            }
            columns[i] ??= AmountColumn.From(mine);
        }
        return columns;
    }

    private struct Sums
    {
        private Int128 _list;
        private Int128 _seller;
        private Int128 _paid;

        // A line enters a sum at most as its gross amount and its return: |net| + 2|returned| bounds both.
        public void Add(PriceBase priceBase, long net, long back)
        {
            var magnitude = Int128.Abs(net) + 2 * Int128.Abs(back);
            switch (priceBase)
            {
                case PriceBase.ListPrice:
                    _list += magnitude;
                    break;
                case PriceBase.SellerPrice:
                    _seller += magnitude;
                    break;
                case PriceBase.PricePaid:
                    _paid += magnitude;
                    break;
            }
        }

        public readonly void Check()
        {
            if (Int128.Max(_list, Int128.Max(_seller, _paid)) > long.MaxValue)
                throw new OverflowException("The ledger's amounts together do not fit into 64 bits.");
        }
    }

    private sealed class LineComparer(LineBuffer lines) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            ref readonly var left = ref lines[x];
            ref readonly var right = ref lines[y];
            var result = left.Day.CompareTo(right.Day);
            return result != 0 ? result : CompareRest(left, right);
        }

        private int CompareRest(in RawLine left, in RawLine right)
        {
            var result = left.Order.CompareTo(right.Order);
            result = result != 0 ? result : left.List.CompareTo(right.List);
            result = result != 0 ? result : left.Seller.CompareTo(right.Seller);
            result = result != 0 ? result : left.Paid.CompareTo(right.Paid);
            result = result != 0 ? result : left.Discounted.CompareTo(right.Discounted);
            if (result != 0 || (left.Return < 0 && right.Return < 0))
                return result;
            result = (left.Return >= 0).CompareTo(right.Return >= 0);
            var (mine, other) = (lines.ReturnOf(left), lines.ReturnOf(right));
            result = result != 0 ? result : mine.Day.CompareTo(other.Day);
            result = result != 0 ? result : mine.List.CompareTo(other.List);
            result = result != 0 ? result : mine.Seller.CompareTo(other.Seller);
            return result != 0 ? result : mine.Paid.CompareTo(other.Paid);
        }
    }
}
