using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Row numbers, added in ascending order, kept as ranges.</summary>
internal sealed class RowRanges
{
    private readonly List<(long First, long Last)> _ranges = [];

    public long Count { get; private set; }

    public void Add(long row)
    {
        if (_ranges.Count > 0 && _ranges[^1].Last >= row)
            return;
        Count++;
        if (_ranges.Count > 0 && _ranges[^1].Last == row - 1)
            _ranges[^1] = (_ranges[^1].First, row);
        else
            _ranges.Add((row, row));
    }

    /// <summary><c>2-5, 9</c>.</summary>
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
        return text.ToString();
    }
}
