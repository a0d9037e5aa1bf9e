namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>A table before it is made: its name and columns.</summary>
/// <param name="Name"><see cref="ReportTable.Name"/>; the key of its title is <c>Table.{Name}</c>.</param>
/// <param name="Columns">Left to right.</param>
public sealed record ReportShape(string Name, IReadOnlyList<ReportColumn> Columns);
