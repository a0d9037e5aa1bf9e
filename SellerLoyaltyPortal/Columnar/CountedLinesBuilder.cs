namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Writes out what a rule counts where it is not simply the stored lines: returns on their own day, or
/// purchases with the discount left out (with their returns).
/// </summary>
internal static class CountedLinesBuilder
{
    public static CountedLines Build(
        LineStore store,
        PriceBase priceBase,
        ReturnRule returnRule,
        bool countDiscounted
    )
    {
        var net = store.AmountsOf(priceBase);
        var moved = returnRule == ReturnRule.ReturnDate ? store.Returns : null;
        var capacity = checked(store.LineCount + (moved?.Lines.Length ?? 0));
        var days = new ushort[capacity];
        var amounts = new long[capacity];
        var starts = new int[store.Starts.Length];
        var (count, back) = (0, 0);
        for (var buyer = 0; buyer < store.Buyers; buyer++)
        {
            var start = starts[buyer] = count;
            for (var line = store.Starts[buyer]; line < store.Starts[buyer + 1]; line++)
            {
                var isReturned = moved is not null && back < moved.Lines.Length && moved.Lines[back] == line;
                var returned = isReturned ? back++ : -1;
                if (!countDiscounted && store.IsDiscounted(line))
                    continue;
                days[count] = store.Days[line];
                amounts[count++] = net[line];
                if (returned < 0)
                    continue;
                var amount = moved!.Amounts[(int)priceBase]![returned];
                amounts[count - 1] = checked(amounts[count - 1] + amount);
                days[count] = checked((ushort)(moved.Days[returned] - store.FirstDay));
                amounts[count++] = -amount;
            }
            if (moved is not null && count - start > 1)
                days.AsSpan(start, count - start).Sort(amounts.AsSpan(start, count - start));
        }
        starts[^1] = count;
        Array.Resize(ref days, count);
        Array.Resize(ref amounts, count);
        return new(store.FirstDay, starts, days, AmountColumn.From(amounts));
    }
}
