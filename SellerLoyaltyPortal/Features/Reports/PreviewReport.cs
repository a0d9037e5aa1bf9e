using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Makes a report and reads its first rows, and everything that its totals need.</summary>
public sealed class PreviewReport(MakeReport makeReport)
{
    /// <summary>Rows shown of a table.</summary>
    public const int MostRows = 25;

    /// <inheritdoc cref="MakeReport.RunAsync"/>
    public async Task<Result<ReportPreview>> RunAsync(
        SellerAccess access,
        ReportDefinition definition,
        Func<string, string?> valueOf,
        CancellationToken cancellation
    )
    {
        var made = await makeReport.RunAsync(access, definition, valueOf, cancellation);
        if (!made.TryGet(out var report))
            return Result<ReportPreview>.Failure(made.Errors);
        // Off the circuit's thread: totals may have to read a million rows.
        return await Task.Run(
            () => new ReportPreview(report, [.. report.Tables.Select(t => Beginning(t, cancellation))]),
            cancellation
        );
    }

    private static ReportPreview.Table Beginning(ReportTable table, CancellationToken cancellation) =>
        new(
            table.Name,
            table.Title,
            table.RowCount,
            table.Columns,
            [.. table.Rows(cancellation).Take(MostRows).Select(row => (ReportCell[])row.Clone())],
            table.Totals(cancellation)
        );
}
