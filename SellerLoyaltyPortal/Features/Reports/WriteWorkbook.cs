using SellerLoyaltyPortal.Features.Reports.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Writes a report as an Excel workbook, in the language of the current request or circuit.</summary>
public sealed class WriteWorkbook(ReportWords words)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="report">What it says.</param>
    /// <param name="output">Takes the file; left open.</param>
    /// <param name="progress">Told how many rows of all tables are written.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public void Run(
        Report report,
        Stream output,
        IProgress<long>? progress,
        CancellationToken cancellation
    ) => Run(report, output, progress, SheetPart.MostRows, cancellation);

    /// <param name="report">What it says.</param>
    /// <param name="output">Takes the file; left open.</param>
    /// <param name="progress">Told how many rows of all tables are written.</param>
    /// <param name="mostRows">Rows that a sheet holds.</param>
    /// <param name="cancellation">Stops the writing.</param>
    internal void Run(
        Report report,
        Stream output,
        IProgress<long>? progress,
        int mostRows,
        CancellationToken cancellation
    )
    {
        var template = WorkbookTemplate.Of(report, words, mostRows);
        using var content = template.Content;
        new StreamedWorkbook(template, progress).Write(output, cancellation);
    }

    /// <summary>The whole workbook in a file that nobody else can read and that is gone when it is closed.</summary>
    public Task<Stream> RunToTemporaryFileAsync(Report report, CancellationToken cancellation) =>
        TemporaryWorkbook.WriteAsync(
            file =>
            {
                Run(report, file, progress: null, cancellation);
                return Task.CompletedTask;
            },
            cancellation
        );
}
