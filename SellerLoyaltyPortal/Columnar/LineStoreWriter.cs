namespace SellerLoyaltyPortal.Columnar;

/// <summary>Takes lines in their final order and makes a <see cref="LineStore"/> of them.</summary>
/// <exception cref="InvalidOperationException">The days span more than 65,536.</exception>
internal sealed class LineStoreWriter(
    PurchaseColumnSet columns,
    int buyers,
    int lines,
    int firstDay,
    int lastDay
)
{
    private readonly LineArrays _arrays = new(columns, lines, firstDay, lastDay);
    private readonly int[] _starts = new int[buyers + 1];
    private readonly List<(int Line, RawReturn Back)> _returns = [];
    private Magnitudes _magnitudes;
    private int _buyers;
    private int _lines;

    /// <summary>Ends the lines of a buyer; every buyer is ended once, in order.</summary>
    public void EndBuyer() => _starts[++_buyers] = _lines;

    public void Add(in RawLine line, in RawReturn back)
    {
        if (line.Return >= 0)
            _returns.Add((_lines, back));
        _arrays.Set(_lines++, line);
        _magnitudes.Add(line, back);
    }

    /// <param name="narrow">Whether to look for a four-byte form of the amounts: not worth it for a patch.</param>
    public LineStore Finish(bool narrow) => _arrays.Finish(_starts, _returns, _magnitudes, narrow);
}
