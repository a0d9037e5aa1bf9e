using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Exports;

/// <summary>A workbook that is being written, or waits for its turn.</summary>
internal sealed class RunningExport(SellerId seller) : IDisposable
{
    private long _written;

    public SellerId SellerId => seller;

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Null while it waits for its turn.</summary>
    public long? RowsWritten =>
        Interlocked.Read(ref _written) is >= 0 and var rows && HasStarted ? rows : null;

    public bool HasStarted { get; set; }

    public void Wrote(long rows) => Interlocked.Exchange(ref _written, rows);

    public void Dispose() => Cancellation.Dispose();
}
