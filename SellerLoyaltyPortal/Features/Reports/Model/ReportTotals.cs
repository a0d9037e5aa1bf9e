using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>Adds up the summed columns of a table, row by row; whole numbers and money exactly.</summary>
public sealed class ReportTotals(IReadOnlyList<ReportColumn> columns)
{
    private readonly int[] _summed = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].IsSummed)];
    private readonly long[] _exact = new long[columns.Count];
    private readonly double[] _real = new double[columns.Count];

    /// <summary>No column is summed.</summary>
    public bool IsEmpty => _summed.Length == 0;

    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public void Add(ReadOnlySpan<ReportCell> row)
    {
        foreach (var column in _summed)
        {
            ref readonly var cell = ref row[column];
            if (cell.Kind == ReportCellKind.Real)
                _real[column] += cell.Real;
            else if (cell.Kind is ReportCellKind.Whole or ReportCellKind.Money)
                _exact[column] = checked(_exact[column] + cell.Whole);
        }
    }

    public ReportCell[] Cells()
    {
        var cells = new ReportCell[columns.Count];
        foreach (var column in _summed)
            cells[column] =
                columns[column].Type == ReportType.Money ? ReportCell.Of(new Money(_exact[column]))
                : columns[column].Decimals > 0 ? ReportCell.Of(_real[column] + _exact[column])
                : ReportCell.Of(_exact[column]);
        return cells;
    }
}
