namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>Results that stand one beneath the other on a sheet of their own, each with a name.</summary>
/// <param name="Name">Begins the names of their cells in Excel: <c>Calc</c> makes <c>Calc_Discount</c>.</param>
/// <param name="Title">Of the sheet, in the reader's language.</param>
/// <param name="Items">Top to bottom.</param>
public sealed record ReportFigures(string Name, string Title, IReadOnlyList<ReportFigure> Items);
