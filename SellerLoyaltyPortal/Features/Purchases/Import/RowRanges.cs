using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Row numbers, added in ascending order, kept as ranges: as many as anybody can use, so that millions of
/// scattered rows do not fill the memory and the history. Their count is always exact.
/// </summary>
internal sealed class RowRanges
{
    /// <summary>Ranges that are kept; that there are more is then told by dots.</summary>
    public const int MostRanges = 200_000;

    private readonly List<(long First, long Last)> _ranges = [];
    private long _last;
    private bool _cut;

    public long Count { get; private set; }

    public void Add(long row)
    {
        if (row <= _last)
            return;
        _last = row;
        Count++;
        if (_cut)
            return;
        if (_ranges.Count > 0 && _ranges[^1].Last == row - 1)
            _ranges[^1] = (_ranges[^1].First, row);
        else if (_ranges.Count < MostRanges)
            _ranges.Add((row, row));
        else
            _cut = true;
    }

    /// <summary><c>2-5, 9</c>; with <c>, …</c> behind where not all are kept.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (first, last) in _ranges)
        {
            if (text.Length > 0)
                text.Append(", ");
            text.Append(CultureInfo.InvariantCulture, $"{first}");
            if (last > first)
                text.Append(CultureInfo.InvariantCulture, $"-{last}");
        }
        return _cut ? text.Append(", …").ToString() : text.ToString();
    }
}
