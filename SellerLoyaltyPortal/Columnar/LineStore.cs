namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Immutable columns of lines, by buyer ordinal, then day, then everything else, so that the same lines give
/// the same arrays in whatever order they came.
/// </summary>
internal sealed class LineStore
{
    private readonly CountedLines?[] _counted = new CountedLines?[12];

    /// <summary>Day number of day offset 0: the earliest purchase or return.</summary>
    public required int FirstDay { get; init; }

    /// <summary>Day number of the last purchase or return.</summary>
    public required int LastDay { get; init; }

    /// <summary>Where each buyer's lines begin; one longer than there are buyers.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Day bought, since <see cref="FirstDay"/>.</summary>
    public required ushort[] Days { get; init; }

    /// <summary>By <see cref="PriceBase"/>, net of returns; null for a base that is not carried.</summary>
    public required AmountColumn?[] Amounts { get; init; }

    public required ReturnColumns? Returns { get; init; }

    /// <summary>One bit a line; null where no line was bought with the discount.</summary>
    public required ulong[]? Discounted { get; init; }

    public required int[]? Orders { get; init; }

    public required Magnitudes Magnitudes { get; init; }

    public int Buyers => Starts.Length - 1;

    public int LineCount => Days.Length;

    /// <summary>Bytes of the columns as they are now, derived ones included.</summary>
    public long Bytes
    {
        get
        {
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            var bytes = 4L * Starts.Length + 2L * Days.Length + 4L * (Orders?.Length ?? 0);
            bytes += 8L * (Discounted?.Length ?? 0) + (Returns?.Bytes ?? 0);
            bytes += Amounts.Sum(a => a is not null && seen.Add(a) ? a.Bytes : 0);
            return bytes + DerivedBytes;
        }
    }

    /// <summary>Bytes of what was written out beside the stored columns: grows as other rules are asked for.</summary>
    public long DerivedBytes
    {
        get
        {
            var bytes = 0L;
            foreach (var counted in _counted)
            {
                bytes += counted?.OwnBytes ?? 0;
                if (counted is not null && counted.Days != Days)
                    bytes += 4L * counted.Starts.Length + 2L * counted.Days.Length + counted.Amounts.Bytes;
            }
            return bytes;
        }
    }

    public bool IsDiscounted(int line) =>
        Discounted is not null && (Discounted[line >> 6] >> (line & 63) & 1) != 0;

    /// <exception cref="InvalidOperationException">The snapshot was built without this price base.</exception>
    public AmountColumn AmountsOf(PriceBase priceBase) =>
        Amounts[(int)priceBase]
        ?? throw new InvalidOperationException($"The snapshot was built without {priceBase}.");

    /// <summary>Reads a line back.</summary>
    /// <param name="line">Its index; ascending from call to call.</param>
    /// <param name="nextReturn">
    /// <see cref="FirstReturnFrom"/> of the first line that is read; moves on, so that returns are searched for
    /// once and not for every line.
    /// </param>
    /// <param name="back">What the line gave back.</param>
    public RawLine Read(int line, ref int nextReturn, out RawReturn back)
    {
        var isReturned =
            Returns is not null && nextReturn < Returns.Lines.Length && Returns.Lines[nextReturn] == line;
        var found = isReturned ? nextReturn++ : -1;
        back = isReturned ? Returns!.Get(found) : default;
        return new RawLine
        {
            Day = FirstDay + Days[line],
            Order = Orders?[line] ?? 0,
            List = Amounts[(int)PriceBase.ListPrice]?[line] ?? 0,
            Seller = Amounts[(int)PriceBase.SellerPrice]?[line] ?? 0,
            Paid = Amounts[(int)PriceBase.PricePaid]?[line] ?? 0,
            Return = found,
            Discounted = IsDiscounted(line),
        };
    }

    public int FirstReturnFrom(int line) => Returns?.FirstAt(line) ?? 0;

    /// <summary>The lines that a rule counts; made on first use, then kept.</summary>
    public CountedLines Counted(PriceBase priceBase, ReturnRule returnRule, bool countDiscounted)
    {
        var slot = ((int)priceBase * 2 + (int)returnRule) * 2 + (countDiscounted ? 1 : 0);
        if (_counted[slot] is { } known)
            return known;
        var amounts = AmountsOf(priceBase);
        var asStored =
            (returnRule == ReturnRule.OriginalDate || Returns is null)
            && (countDiscounted || Discounted is null);
        var made = asStored
            ? new CountedLines(FirstDay, Starts, Days, amounts)
            : CountedLinesBuilder.Build(this, priceBase, returnRule, countDiscounted);
        // Two threads may both have made it: the first one in wins, so that everybody reads the same arrays.
        return Interlocked.CompareExchange(ref _counted[slot], made, comparand: null) ?? made;
    }

    /// <summary>Whether the two hold the same lines of the same buyers in the same columns.</summary>
    public bool ContentEquals(LineStore other)
    {
        if (
            FirstDay != other.FirstDay
            || !Starts.AsSpan().SequenceEqual(other.Starts)
            || !Days.AsSpan().SequenceEqual(other.Days)
            || !Discounted.AsSpan().SequenceEqual(other.Discounted)
            || !Orders.AsSpan().SequenceEqual(other.Orders)
        )
            return false;
        for (var i = 0; i < Amounts.Length; i++)
        {
            if (Amounts[i] is null != other.Amounts[i] is null)
                return false;
            if (Amounts[i] is { } mine && !mine.ContentEquals(other.Amounts[i]!))
                return false;
            if (
                !Returns
                    ?.Amounts[i]
                    .AsSpan()
                    .SequenceEqual(other.Returns is null ? [] : other.Returns.Amounts[i])
                ?? other.Returns is not null
            )
                return false;
        }
        return Returns is null
            || Returns.Lines.AsSpan().SequenceEqual(other.Returns!.Lines)
                && Returns.Days.AsSpan().SequenceEqual(other.Returns.Days);
    }
}
