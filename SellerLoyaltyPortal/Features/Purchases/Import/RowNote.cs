namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>One thing that a reader noticed about a row: an error, or a finding.</summary>
/// <param name="Error">Null for a finding.</param>
/// <param name="Column">Of an error; see <see cref="RowError"/>.</param>
/// <param name="Value">Of an error; empty where nobody will look at it.</param>
internal readonly record struct RowNote(
    long Row,
    RowErrorReason? Error,
    string Column,
    string Value,
    FindingKind Finding,
    bool LeftOut
);
