namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Where buyers begin among counted lines, one bit a line, so that a pass by line need not look at buyers; and
/// whose lines such a pass leaves out, because their totals are more than the difference of two wrapped sums.
/// </summary>
internal sealed class LineEdges
{
    public LineEdges(CountedLines lines)
    {
        var words = (lines.Days.Length >> 6) + 1;
        Firsts = new ulong[words];
        foreach (var start in lines.Starts)
            Firsts[start >> 6] |= 1UL << (start & 63);
        var heavy = lines.HeavyBuyers.ToHashSet();
        Specials =
        [
            .. lines
                .HeavyBuyers.Union(lines.FarBuyers)
                .Order()
                .Select(b => new Special(
                    b,
                    lines.Starts[b],
                    lines.Starts[b + 1],
                    lines.Amounts.FarFrom(lines.Starts[b]),
                    heavy.Contains(b)
                )),
        ];
        Plain = new ulong[words];
        Plain.AsSpan().Fill(ulong.MaxValue);
        foreach (var buyer in Specials)
        {
            for (var line = buyer.Start; line < buyer.End; line++)
                Plain[line >> 6] &= ~(1UL << (line & 63));
        }
    }

    /// <summary>By line, one beyond the last included: whether a buyer's lines begin there.</summary>
    public ulong[] Firsts { get; }

    /// <summary>By line: whether its buyer has neither amounts beside the column nor more of them than wrapped sums can tell.</summary>
    public ulong[] Plain { get; }

    /// <summary>
    /// Buyers with amounts beside the column or with more of them than wrapped sums can tell, ascending. With all that
    /// is needed of them: looked up one by one, it would come from memory each time.
    /// </summary>
    public Special[] Specials { get; }

    public long Bytes => 8L * (Firsts.Length + Plain.Length) + 20L * Specials.Length;

    /// <summary>Those from a buyer on.</summary>
    public ReadOnlySpan<Special> SpecialFrom(int buyer)
    {
        var (low, high) = (0, Specials.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Specials[middle].Buyer < buyer)
                low = middle + 1;
            else
                high = middle;
        }
        return Specials.AsSpan(low);
    }

    /// <param name="Far">The first of their amounts beside the column.</param>
    /// <param name="IsHeavy">Whether wrapped sums cannot tell their total.</param>
    internal readonly record struct Special(int Buyer, int Start, int End, int Far, bool IsHeavy);
}
