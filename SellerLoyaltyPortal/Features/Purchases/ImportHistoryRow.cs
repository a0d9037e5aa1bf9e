namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>A finished import as the Data page lists it.</summary>
/// <param name="Layout">Name of a <see cref="PurchaseLayout"/>, or of the known export that it was.</param>
/// <param name="ImportedBy">Name of the person; null for what the portal loaded by itself.</param>
/// <param name="UndoneAt">When it was taken back; null while its lines are in the ledger.</param>
public sealed record ImportHistoryRow(
    long Id,
    string FileName,
    string FileSha256,
    string Layout,
    DateTimeOffset ImportedAt,
    string? ImportedBy,
    long RowsRead,
    long LinesAdded,
    long LinesCorrected,
    long LinesAlreadyThere,
    long RowsLeftOut,
    StoredFindings Findings,
    DateTimeOffset? UndoneAt,
    string? UndoneBy
);
