namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>
/// A table of any length. Its rows are made one by one as they are asked for, and may be asked for again: a
/// million of them need no memory.
/// </summary>
public sealed class ReportTable
{
    /// <summary>Of the Excel table and in JSON; the same in every language, unique in its report.</summary>
    public required string Name { get; init; }

    /// <summary>Of the sheet and on the page, in the reader's language.</summary>
    public required string Title { get; init; }

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    public required int RowCount { get; init; }

    /// <summary>The rows, from the first each time. The array is the same for every row: read it before the next.</summary>
    public required Func<CancellationToken, IEnumerable<ReportCell[]>> Rows { get; init; }

    /// <summary>The sums of the summed columns where something knows them faster than adding up the rows.</summary>
    public Func<CancellationToken, ReportCell[]>? KnownTotals { get; init; }

    public ReportChart? Chart { get; init; }

    /// <summary>A table of rows that are there.</summary>
    public static ReportTable Of(
        string name,
        string title,
        IReadOnlyList<ReportColumn> columns,
        IReadOnlyList<ReportCell[]> rows,
        ReportChart? chart = null
    ) =>
        new()
        {
            Name = name,
            Title = title,
            Columns = columns,
            RowCount = rows.Count,
            Rows = _ => rows,
            Chart = chart,
        };

    /// <summary>The last row: the sum of each summed column, nothing in the others.</summary>
    public ReportCell[] Totals(CancellationToken cancellation)
    {
        if (KnownTotals is not null)
            return KnownTotals(cancellation);
        var totals = new ReportTotals(Columns);
        if (totals.IsEmpty)
            return totals.Cells();
        var rows = 0;
        foreach (var row in Rows(cancellation))
        {
            if ((rows++ & 0x3FFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            totals.Add(row);
        }
        return totals.Cells();
    }
}
