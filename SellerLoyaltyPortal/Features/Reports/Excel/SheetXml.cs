using System.Globalization;
using System.Xml.Linq;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>A table's sheet of the template, cut open where its rows go.</summary>
internal sealed class SheetXml
{
    private const string Mark = "ROWS";
    private const int ProgressEvery = 8_192;

    private readonly SheetPart _part;
    private readonly XElement _header;
    private readonly XElement _sample;
    private readonly XElement _total;
    private readonly string _before;
    private readonly string _after;

    public SheetXml(XDocument sheet, SheetPart part)
    {
        _part = part;
        var root = WithoutPrefix(sheet.Root!);
        root.Element(WorkbookPaths.Main + "dimension")!
            .SetAttributeValue("ref", CellName.AreaTo(part.Table.Columns.Count - 1, part.LastRow + 1));
        var data = root.Element(WorkbookPaths.Main + "sheetData")!;
        var rows = data.Elements(WorkbookPaths.Main + "row").ToList();
        (_header, _sample, _total) = (rows[0], rows[1], rows[2]);
        data.ReplaceNodes(new XText(Mark));
        var text = root.ToString(SaveOptions.DisableFormatting);
        var at = text.IndexOf(">" + Mark + "<", StringComparison.Ordinal) + 1;
        (_before, _after) = (text[..at], text[(at + Mark.Length)..]);
    }

    /// <returns>How many texts were cut.</returns>
    public long Write(
        Utf8Buffer to,
        IEnumerator<ReportCell[]> rows,
        Action<long> written,
        CancellationToken cancellation
    )
    {
        to.AddXml("""<?xml version="1.0" encoding="utf-8"?>""" + _before + Text(_header));
        var writer = new SheetRowWriter(to, _part.Table.Columns, Styles(_sample));
        var totals = new ReportTotals(_part.Table.Columns);
        for (var row = 0; row < _part.RowCount; row++)
        {
            if (row % ProgressEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                written(row);
            }
            if (!rows.MoveNext())
                throw new InvalidOperationException(
                    $"The table {_part.Table.Name} has fewer rows than it said."
                );
            writer.Write(rows.Current, row + 2);
            totals.Add(rows.Current);
        }
        // A table has one row at least: with nothing to show it is an empty one.
        if (_part.RowCount == 0)
            to.AddXml("""<row r="2"></row>""");
        FillTotal(totals.Cells());
        to.AddXml(Text(_total) + _after);
        to.Flush();
        return writer.CutTexts;
    }

    /// <summary>The total's row at its place, each formula with its value, so that readers without Excel see it.</summary>
    private void FillTotal(ReportCell[] totals)
    {
        var number = _part.LastRow + 1;
        _total.SetAttributeValue("r", number);
        foreach (var (cell, column) in _total.Elements(WorkbookPaths.Main + "c").Select((c, i) => (c, i)))
        {
            cell.SetAttributeValue("r", CellName.Cell(column, number));
            if (cell.Element(WorkbookPaths.Main + "f") is not null)
                cell.SetElementValue(WorkbookPaths.Main + "v", Text(totals[column]));
        }
    }

    private static string Text(ReportCell total) =>
        total.Kind switch
        {
            ReportCellKind.Money => total.Money.ToString(),
            ReportCellKind.Real => total.Real.ToString("R", CultureInfo.InvariantCulture),
            ReportCellKind.Whole or ReportCellKind.Day => total.Whole.ToString(CultureInfo.InvariantCulture),
            ReportCellKind.Empty or ReportCellKind.Text => "0",
        };

    // Cut out of its document an element would say its namespace again.
    private static string Text(XElement row) =>
        row.ToString(SaveOptions.DisableFormatting)
            .Replace($" xmlns=\"{WorkbookPaths.Main}\"", "", StringComparison.Ordinal);

    private static List<string> Styles(XElement sample) =>
        [.. sample.Elements(WorkbookPaths.Main + "c").Select(c => (string)c.Attribute("s")!)];

    /// <summary>The same with the main namespace as the default one, as the rows are written.</summary>
    private static XElement WithoutPrefix(XElement root)
    {
        root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == WorkbookPaths.Main).Remove();
        root.SetAttributeValue("xmlns", WorkbookPaths.Main.NamespaceName);
        return root;
    }
}
