using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// Copies a workbook from <see cref="WorkbookTemplate"/> and puts the rows of the streamed sheets in: each
/// is written as it is made, with the styles of the template's sample row.
/// </summary>
internal static class StreamedWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly XNamespace Links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string CalculationChain = "calcChain";

    /// <param name="template">A workbook whose sheets include one of each part's name.</param>
    /// <param name="parts">What to fill in.</param>
    /// <param name="output">Takes the finished workbook; left open.</param>
    /// <param name="cancellation">Asked now and then.</param>
    public static void Write(
        Stream template,
        IReadOnlyList<SheetPart> parts,
        Stream output,
        CancellationToken cancellation
    )
    {
        using var source = new ZipArchive(template, ZipArchiveMode.Read);
        var sheets = SheetPaths(source, parts);
        var tables = TablePaths(source, sheets);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            // The order of calculation names cells that have moved; Excel makes it anew.
            if (entry.FullName.Contains(CalculationChain, StringComparison.Ordinal))
                continue;
            using var from = entry.Open();
            using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            if (sheets.TryGetValue(entry.FullName, out var part))
                WriteSheet(XDocument.Load(from), part, to, cancellation);
            else if (tables.TryGetValue(entry.FullName, out var tablePart))
                WriteTable(XDocument.Load(from), tablePart, to);
            else if (entry.FullName is "[Content_Types].xml" or "xl/_rels/workbook.xml.rels")
                WithoutCalculationChain(XDocument.Load(from), to);
            else
                from.CopyTo(to);
        }
    }

    private static Dictionary<string, SheetPart> SheetPaths(ZipArchive source, IReadOnlyList<SheetPart> parts)
    {
        var targets = Targets(source, "xl/_rels/workbook.xml.rels", "xl");
        var byName = parts.ToDictionary(p => p.Name, StringComparer.Ordinal);
        return Load(source, "xl/workbook.xml")
            .Descendants(Main + "sheet")
            .Where(s => byName.ContainsKey((string)s.Attribute("name")!))
            .ToDictionary(
                s => targets[(string)s.Attribute(Links + "id")!],
                s => byName[(string)s.Attribute("name")!],
                StringComparer.Ordinal
            );
    }

    private static Dictionary<string, SheetPart> TablePaths(
        ZipArchive source,
        Dictionary<string, SheetPart> sheets
    ) =>
        sheets
            .SelectMany(s =>
                Targets(source, $"xl/worksheets/_rels/{Path.GetFileName(s.Key)}.rels", "xl/worksheets")
                    .Values.Where(path => path.Contains("/tables/", StringComparison.Ordinal))
                    .Select(path => (path, s.Value))
            )
            .ToDictionary(t => t.path, t => t.Value, StringComparer.Ordinal);

    /// <summary>Relationship id to the path of what it points at.</summary>
    private static Dictionary<string, string> Targets(ZipArchive source, string path, string folder) =>
        Load(source, path)
            .Root!.Elements()
            .ToDictionary(
                r => (string)r.Attribute("Id")!,
                r => Resolve(folder, (string)r.Attribute("Target")!),
                StringComparer.Ordinal
            );

    private static string Resolve(string folder, string target) =>
        new Uri(new Uri($"http://package/{folder}/"), target).AbsolutePath.TrimStart('/');

    private static XDocument Load(ZipArchive source, string path)
    {
        using var stream = source.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }

    private static void WriteSheet(XDocument sheet, SheetPart part, Stream to, CancellationToken cancellation)
    {
        var root = sheet.Root!;
        var data = root.Element(Main + "sheetData")!;
        var rows = data.Elements(Main + "row").ToList();
        root.Element(Main + "dimension")!.SetAttributeValue("ref", Area(part, withTotal: true));
        using var writer = XmlWriter.Create(to, new() { Encoding = new System.Text.UTF8Encoding(false) });
        writer.WriteStartDocument();
        writer.WriteStartElement(root.GetPrefixOfNamespace(Main), root.Name.LocalName, Main.NamespaceName);
        foreach (var attribute in root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value != Main))
            writer.WriteAttributeString("xmlns", attribute.Name.LocalName, null, attribute.Value);
        foreach (var element in root.Elements())
        {
            if (element != data)
            {
                element.WriteTo(writer);
                continue;
            }
            writer.WriteStartElement("sheetData", Main.NamespaceName);
            rows[0].WriteTo(writer);
            WriteRows(writer, part, Styles(rows[1]), cancellation);
            Moved(rows[2], LastRow(part) + 1, part).WriteTo(writer);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void WriteRows(
        XmlWriter writer,
        SheetPart part,
        string[] styles,
        CancellationToken cancellation
    )
    {
        var columns = part.Sheet.Columns;
        for (var row = 0; row < part.RowCount; row++)
        {
            if (row % 10_000 == 0)
                cancellation.ThrowIfCancellationRequested();
            var number = (row + 2).ToString(CultureInfo.InvariantCulture);
            writer.WriteStartElement("row", Main.NamespaceName);
            writer.WriteAttributeString("r", number);
            for (var column = 0; column < columns.Count; column++)
                WriteCell(
                    writer,
                    ColumnName(column) + number,
                    styles[column],
                    part.Sheet.Cell(part.FirstRow + row, column)
                );
            writer.WriteEndElement();
        }
        // A table has one row at least: with nothing to show it is an empty one.
        if (part.RowCount == 0)
        {
            writer.WriteStartElement("row", Main.NamespaceName);
            writer.WriteAttributeString("r", "2");
            writer.WriteEndElement();
        }
    }

    private static void WriteCell(XmlWriter writer, string reference, string style, object? value)
    {
        if (value is null)
            return;
        writer.WriteStartElement("c", Main.NamespaceName);
        writer.WriteAttributeString("r", reference);
        writer.WriteAttributeString("s", style);
        if (value is string text)
        {
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is", Main.NamespaceName);
            writer.WriteStartElement("t", Main.NamespaceName);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(CellText.Encode(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else
            writer.WriteElementString(
                "v",
                Main.NamespaceName,
                ((decimal)value).ToString(CultureInfo.InvariantCulture)
            );
        writer.WriteEndElement();
    }

    /// <summary>The total's row at its place, each formula with its value, so that readers without Excel see it.</summary>
    private static XElement Moved(XElement row, int number, SheetPart part)
    {
        var moved = new XElement(row);
        moved.SetAttributeValue("r", number);
        foreach (var (cell, column) in moved.Elements(Main + "c").Select((c, i) => (c, i)))
        {
            cell.SetAttributeValue(
                "r",
                string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{number}")
            );
            if (cell.Element(Main + "f") is not null)
            {
                cell.SetElementValue(
                    Main + "v",
                    Enumerable
                        .Range(part.FirstRow, part.RowCount)
                        .Sum(r => (decimal?)part.Sheet.Cell(r, column) ?? 0m)
                        .ToString(CultureInfo.InvariantCulture)
                );
            }
        }
        return moved;
    }

    private static void WriteTable(XDocument table, SheetPart part, Stream to)
    {
        table.Root!.SetAttributeValue("ref", Area(part, withTotal: true));
        table.Root!.Element(Main + "autoFilter")?.SetAttributeValue("ref", Area(part, withTotal: false));
        table.Save(to);
    }

    private static void WithoutCalculationChain(XDocument document, Stream to)
    {
        document
            .Root!.Elements()
            .Where(e => e.Attributes().Any(a => a.Value.Contains(CalculationChain, StringComparison.Ordinal)))
            .Remove();
        document.Save(to);
    }

    private static string[] Styles(XElement sample) =>
        [.. sample.Elements(Main + "c").Select(c => (string)c.Attribute("s")!)];

    private static int LastRow(SheetPart part) => 1 + Math.Max(1, part.RowCount);

    private static string Area(SheetPart part, bool withTotal) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A1:{ColumnName(part.Sheet.Columns.Count - 1)}{LastRow(part) + (withTotal ? 1 : 0)}"
        );

    // Sheets here have a few columns: one letter is enough.
    private static string ColumnName(int index) => ((char)('A' + index)).ToString();
}
