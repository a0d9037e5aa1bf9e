using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>A cell as a person reads it on the page.</summary>
public static class ReportCellText
{
    private const string Nothing = "–";

    public static string Of(ReportCell cell, ReportType type, int decimals, Currency currency) =>
        cell.Kind switch
        {
            ReportCellKind.Empty => type == ReportType.Text ? "" : Nothing,
            ReportCellKind.Text => cell.Text,
            ReportCellKind.Day => Display.DateShort(cell.Day),
            ReportCellKind.Money => Display.MoneyExact(cell.Money, currency),
            ReportCellKind.Whole => type == ReportType.Percent
                ? Display.Share(cell.Whole, decimals)
                : Display.Count(cell.Whole),
            ReportCellKind.Real => type == ReportType.Percent
                ? Display.Share(cell.Real, decimals)
                : Display.Fixed(cell.Real, decimals),
        };
}
