using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Charts that the spreadsheet draws from a table's cells, beside the table.</summary>
internal static class ChartParts
{
    private static readonly string[] Colors = ["3B5BDB", "8A93A3", "F2B84B"];

    public static void Add(Stream workbook, IReadOnlyList<SheetPart> parts, ReportWords words)
    {
        var charted = parts
            .Where(p => p is { RowCount: > 1, IsContinuation: false, Table.Chart: not null })
            .ToDictionary(p => p.SheetName, StringComparer.Ordinal);
        if (charted.Count == 0)
            return;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        foreach (var sheet in book.Workbook.Descendants<Sheet>())
        {
            if (!charted.TryGetValue(sheet.Name!.Value!, out var part))
                continue;
            var page = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
            var drawing = page.AddNewPart<DrawingsPart>();
            var chart = drawing.AddNewPart<ChartPart>();
            Feed(chart, ChartXml(part, words));
            Feed(drawing, DrawingXml(part, drawing.GetIdOfPart(chart)));
            var tables = page.Worksheet.GetFirstChild<TableParts>();
            page.Worksheet.InsertBefore(new Drawing { Id = page.GetIdOfPart(drawing) }, tables);
            page.Worksheet.Save();
        }
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }

    private static string DrawingXml(SheetPart part, string chartId)
    {
        var from = part.Table.Columns.Count + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>{from}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{from
                + 10}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>24</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="{SecurityElement.Escape(
                part.Table.Title
            )}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{chartId}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
            """
        );
    }

    private static string ChartXml(SheetPart part, ReportWords words)
    {
        var (chart, columns) = (part.Table.Chart!, part.Table.Columns);
        var x = IndexOf(columns, chart.X);
        var series = new StringBuilder();
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            var y = IndexOf(columns, chart.Lines[i]);
            series.Append(
                CultureInfo.InvariantCulture,
                $"""<c:ser><c:idx val="{i}"/><c:order val="{i}"/><c:tx><c:strRef><c:f>{Cells(part, y, 1, 1)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{SecurityElement.Escape(
                    words.Title(columns[y])
                )}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:ln w="{(
                    i == 0 ? 28575 : 15875
                )}" cap="rnd"><a:solidFill><a:srgbClr val="{Colors[
                    i % Colors.Length
                ]}"/></a:solidFill><a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker><c:xVal><c:numRef><c:f>{Cells(
                    part,
                    x,
                    2,
                    part.LastRow
                )}</c:f></c:numRef></c:xVal><c:yVal><c:numRef><c:f>{Cells(
                    part,
                    y,
                    2,
                    part.LastRow
                )}</c:f></c:numRef></c:yVal><c:smooth val="0"/></c:ser>"""
            );
        }
        return $"""
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart>{Title(
                part.Table.Title,
                1400
            )}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}<c:axId val="500"/><c:axId val="501"/></c:scatterChart>{Axis(
                500,
                501,
                "b",
                words.Title(columns[x]),
                columns[x].Type,
                chart.IsLogarithmic ? "<c:logBase val=\"10\"/>" : ""
            )}{Axis(
                501,
                500,
                "l",
                null,
                columns[IndexOf(columns, chart.Lines[0])].Type,
                ""
            )}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>
            """;
    }

    private static string Axis(
        int id,
        int crosses,
        string position,
        string? title,
        ReportType type,
        string scaling
    ) =>
        $"""<c:valAx><c:axId val="{id}"/><c:scaling>{scaling}<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="{position}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E6EC"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>{(
            title is null ? "" : Title(title, 1000)
        )}<c:numFmt formatCode="{(type == ReportType.Percent ? "0%" : "#,##0")}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="{crosses}"/><c:crosses val="min"/><c:crossBetween val="midCat"/></c:valAx>""";

    private static string Title(string text, int size) =>
        $"""<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}" b="0"/></a:pPr><a:r><a:rPr lang="en-US" sz="{size}" b="0"/><a:t>{SecurityElement.Escape(
            text
        )}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>""";

    private static string Cells(SheetPart part, int column, int firstRow, int lastRow)
    {
        var name = CellName.Column(column);
        var area =
            firstRow == lastRow
                ? string.Create(CultureInfo.InvariantCulture, $"${name}${firstRow}")
                : string.Create(CultureInfo.InvariantCulture, $"${name}${firstRow}:${name}${lastRow}");
        // Apostrophes are not among what a sheet's name may have here.
        return SecurityElement.Escape($"'{part.SheetName}'!{area}");
    }

    private static int IndexOf(IReadOnlyList<ReportColumn> columns, string key) =>
        Enumerable.Range(0, columns.Count).First(i => columns[i].Key == key);
}
