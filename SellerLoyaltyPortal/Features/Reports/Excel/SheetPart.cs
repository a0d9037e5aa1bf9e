namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>The rows of a <see cref="StreamedSheet"/> that stand on one sheet.</summary>
/// <param name="Sheet">The whole table.</param>
/// <param name="Name">Of this sheet.</param>
/// <param name="Table">Of the Excel table on this sheet.</param>
/// <param name="FirstRow">Index of its first row in the whole table.</param>
/// <param name="RowCount">Rows on this sheet.</param>
internal sealed record SheetPart(StreamedSheet Sheet, string Name, string Table, int FirstRow, int RowCount);
