using SellerLoyaltyPortal.Features.Reports.Excel;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// Writes a log as an Excel workbook: each row as it is read, so that its length needs no memory. One at a time,
/// as with the workbooks of reports: the others wait.
/// </summary>
public sealed class WriteLogWorkbook : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The whole workbook in a file that nobody else can read and that is gone when it is closed.</summary>
    public Task<Stream> RunToTemporaryFileAsync(LogTable table, CancellationToken cancellation) =>
        TemporaryWorkbook.WriteAsync(file => WriteAsync(table, file, cancellation), cancellation);

    public void Dispose() => _turn.Dispose();

    private async Task WriteAsync(LogTable table, Stream file, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await new LogWorkbook(table, SheetPart.MostRows).WriteAsync(file, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }
}
