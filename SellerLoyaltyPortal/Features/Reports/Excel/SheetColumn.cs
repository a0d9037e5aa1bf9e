namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>A column of a streamed sheet.</summary>
/// <param name="Header">In the reader's language; unique on its sheet.</param>
/// <param name="Meaning">What the column holds, for the definitions sheet.</param>
/// <param name="Kind">How its cells are typed and shown.</param>
/// <param name="Width">In characters.</param>
/// <param name="IsSummed">Whether the last row adds it up.</param>
internal sealed record SheetColumn(
    string Header,
    string Meaning,
    CellKind Kind,
    double Width,
    bool IsSummed = false
);
