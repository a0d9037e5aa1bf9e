namespace SellerLoyaltyPortal.Features.Purchases;

/// <param name="Rows">Data rows read so far.</param>
/// <param name="Share">Part of the file that is read, 0 … 1; null where its length is not known.</param>
/// <param name="Elapsed">Since the start.</param>
public sealed record ImportProgress(long Rows, double? Share, TimeSpan Elapsed)
{
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;

    /// <summary>Null while it can't be told.</summary>
    public TimeSpan? TimeLeft =>
        Share is > 0.01 and <= 1
            ? TimeSpan.FromSeconds(Elapsed.TotalSeconds * (1 - Share.Value) / Share.Value)
            : null;
}
