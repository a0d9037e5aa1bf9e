using System.Globalization;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>The parts of a <see cref="LogWorkbook"/> besides its rows.</summary>
internal static class LogWorkbookXml
{
    public const string Relations =
        Declaration
        + $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    /// <summary>1 is a header, 2 a moment, 3 a text that stays one when somebody edits it.</summary>
    public const string Styles =
        Declaration
        + $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
            """
        + """<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"""
        + """<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>"""
        + """<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDFF"/></patternFill></fill></fills>"""
        + """<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"""
        + """<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">"""
        + """<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"""
        + """<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"""
        + """<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>"""
        + """<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>"""
        + """</cellXfs></styleSheet>""";

    private const string Declaration = """<?xml version="1.0" encoding="utf-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Up to where the rows begin: the header stays in sight, printed as wide as the paper.</summary>
    public static string SheetStart(IReadOnlyList<double> widths) =>
        Declaration
        + $"""<worksheet xmlns="{Main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">"""
        + """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"""
        + string.Concat(
            widths.Select(
                (width, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""<col min="{i + 1}" max="{i + 1}" width="{width}" customWidth="1"/>"""
                    )
            )
        )
        + "</cols><sheetData>";

    /// <param name="area">Cells from the header to the last row.</param>
    public static string SheetEnd(string area) =>
        $"""
            </sheetData><autoFilter ref="{area}"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/></worksheet>
            """;

    /// <param name="sheets">Their names, escaped.</param>
    public static string Workbook(IReadOnlyList<string> sheets) =>
        Declaration
        + $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>"""
        + Each(
            sheets.Count,
            number => $"""<sheet name="{sheets[number - 1]}" sheetId="{number}" r:id="rId{number}"/>"""
        )
        + "</sheets></workbook>";

    public static string WorkbookRelations(int sheets) =>
        Declaration
        + $"""<Relationships xmlns="{Package}/relationships">"""
        + Each(
            sheets,
            number =>
                $"""<Relationship Id="rId{number}" Type="{Office}/worksheet" Target="worksheets/sheet{number}.xml"/>"""
        )
        + $"""<Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/></Relationships>""";

    public static string ContentTypes(int sheets) =>
        Declaration
        + $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + $"""<Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>"""
        + Each(
            sheets,
            number =>
                $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{Kind}.worksheet+xml"/>"""
        )
        + "</Types>";

    private static string Each(int count, Func<int, FormattableString> element) =>
        string.Concat(Enumerable.Range(1, count).Select(n => FormattableString.Invariant(element(n))));
}
