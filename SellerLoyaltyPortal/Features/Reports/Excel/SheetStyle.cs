using ClosedXML.Excel;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>What all sheets look like, and how they are printed.</summary>
internal static class SheetStyle
{
    public static readonly XLColor HeaderFill = XLColor.FromHtml("#E8EDFF");
    public static readonly XLColor Muted = XLColor.FromHtml("#5B6474");
    public static readonly XLColor Warning = XLColor.FromHtml("#B54708");
    public static readonly XLColor InputFill = XLColor.FromHtml("#FFF6D6");
    public static readonly XLColor InputText = XLColor.FromHtml("#1F3FB5");
    public static readonly XLColor HeatLow = XLColor.FromHtml("#FFFFFF");
    public static readonly XLColor HeatHigh = XLColor.FromHtml("#8CA2F0");
    public static readonly XLColor Bar = XLColor.FromHtml("#9DB4FF");
    public static readonly XLColor Hatched = XLColor.FromHtml("#D5D9E2");

    private const double LineHeight = 15;

    public static void Header(IXLCell cell, bool isText)
    {
        var style = cell.Style;
        style.Font.Bold = true;
        style.Fill.BackgroundColor = HeaderFill;
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        style.Alignment.Horizontal = isText
            ? XLAlignmentHorizontalValues.Left
            : XLAlignmentHorizontalValues.Right;
    }

    /// <summary>
    /// High enough for a text that is wrapped: programs that open the file don't all measure it by themselves.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="cells">Its longest texts, each with the width of its column.</param>
    public static void Height(IXLRow row, params ReadOnlySpan<(string Text, double Width)> cells)
    {
        var lines = 1;
        foreach (var (text, width) in cells)
            lines = Math.Max(lines, LinesOf(text, width));
        row.Height = LineHeight * lines;
    }

    /// <summary>As wide as the paper, pages numbered.</summary>
    public static void Print(IXLWorksheet sheet, bool isLandscape)
    {
        var setup = sheet.PageSetup;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = isLandscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        setup.FitToPages(1, 0);
        setup.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.6).SetBottom(0.6);
        setup.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        setup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        setup.Footer.Right.AddText(" / ");
        setup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    // Words that don't fit begin a new line; letters are a little narrower than the digit that widths are counted in.
    private static int LinesOf(string text, double width)
    {
        var (lines, left) = (1, width);
        foreach (var word in text.Split(' '))
        {
            if (word.Length > left && left < width)
                (lines, left) = (lines + 1, width);
            left -= word.Length + 1;
        }
        return lines;
    }
}
