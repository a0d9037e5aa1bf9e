using ClosedXML.Excel;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>A figure's value in a cell of ClosedXML, with its real type.</summary>
internal static class FigureCell
{
    public static void Fill(IXLCell cell, ReportFigure figure, Currency currency)
    {
        var value = figure.Value;
        cell.Style.NumberFormat.Format = CellFormat.Of(figure.Type, figure.Decimals, currency);
        switch (value.Kind)
        {
            case ReportCellKind.Empty:
                if (figure.Formula is null)
                    cell.SetValue("–");
                break;
            case ReportCellKind.Text:
                cell.Style.IncludeQuotePrefix = true;
                cell.Style.Alignment.WrapText = true;
                cell.SetValue(CellText.Encode(CellText.Fit(value.Text, out _)));
                break;
            case ReportCellKind.Whole:
                cell.SetValue((decimal)value.Whole);
                break;
            case ReportCellKind.Real:
                cell.SetValue(value.Real);
                break;
            case ReportCellKind.Money:
                cell.SetValue(value.Money.ToDecimal());
                break;
            case ReportCellKind.Day:
                cell.SetValue(value.Day.ToDate().ToDateTime(TimeOnly.MinValue));
                cell.Style.NumberFormat.Format = CellFormat.Date;
                break;
        }
    }

    public static void Note(IXLCell cell, string note)
    {
        cell.SetValue(note);
        cell.Style.Alignment.WrapText = true;
        cell.Style.Font.FontColor = SheetStyle.Muted;
    }
}
