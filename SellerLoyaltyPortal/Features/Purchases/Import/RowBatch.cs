namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Rows that were read and are to be stored or checked.</summary>
/// <param name="Lines">The good lines, each with the number of its row.</param>
/// <param name="Notes">What was noticed, in the order of the rows.</param>
/// <param name="Rows">Data rows of the batch, good or not.</param>
/// <param name="BytesRead">Bytes of the file that were read so far.</param>
internal sealed record RowBatch(
    IReadOnlyList<(long Row, NewPurchaseLine Line)> Lines,
    IReadOnlyList<RowNote> Notes,
    int Rows,
    long BytesRead
);
